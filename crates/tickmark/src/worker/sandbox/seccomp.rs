//! seccomp: only the system calls that computing, memory, threads and the open pipes need.
//!
//! Everything else fails with `EPERM`: a library that tries to open a cache file is told no and goes on, and the probe
//! of `tickmark doctor` can report each refusal.

use std::collections::BTreeMap;
use std::env::consts::ARCH;

use seccompiler::{
    BpfProgram, Error, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter,
    SeccompRule, TargetArch, apply_filter,
};

/// Allowed with any argument.
const ALLOWED: &[libc::c_long] = &[
    // The pipes, and what std asks of open descriptors.
    libc::SYS_read,
    libc::SYS_write,
    libc::SYS_readv,
    libc::SYS_writev,
    libc::SYS_close,
    libc::SYS_fstat,
    // Memory.
    libc::SYS_brk,
    libc::SYS_munmap,
    libc::SYS_mremap,
    libc::SYS_madvise,
    // Threads: `clone` is below; `clone3` reads its flags from memory, where no filter can look (see `no_clone3`).
    libc::SYS_clone3,
    libc::SYS_futex,
    libc::SYS_set_robust_list,
    libc::SYS_rseq,
    libc::SYS_sched_yield,
    libc::SYS_sched_getaffinity,
    libc::SYS_gettid,
    libc::SYS_getpid,
    // Time and chance.
    libc::SYS_clock_gettime,
    libc::SYS_clock_nanosleep,
    libc::SYS_nanosleep,
    libc::SYS_getrandom,
    // Signals to itself: stack overflow is caught and reported.
    libc::SYS_rt_sigaction,
    libc::SYS_rt_sigprocmask,
    libc::SYS_rt_sigreturn,
    libc::SYS_sigaltstack,
    libc::SYS_restart_syscall,
    libc::SYS_exit,
    libc::SYS_exit_group,
];

type Rules = BTreeMap<i64, Vec<SeccompRule>>;

/// Puts both filters in force, for this thread and those that it starts.
///
/// # Errors
/// When the machine's architecture has no filter or the kernel refuses.
pub fn restrict() -> Result<(), Error> {
    let arch = TargetArch::try_from(ARCH)?;
    let clone3 = no_clone3(arch)?;
    let allowed = allow_list(arch)?;
    apply_filter(&clone3)?;
    apply_filter(&allowed)
}

/// No socket of any kind, for a program that is about to take this process over: Landlock alone leaves UDP open.
///
/// # Errors
/// When the machine's architecture has no filter or the kernel refuses.
pub fn no_sockets() -> Result<(), Error> {
    let refused = [libc::SYS_socket, libc::SYS_socketpair, libc::SYS_io_uring_setup];
    let rules: Rules = refused.map(|call| (call, Vec::new())).into();
    let denied = SeccompAction::Errno(libc::EPERM as u32);
    let arch = TargetArch::try_from(ARCH)?;
    apply_filter(&program(rules, SeccompAction::Allow, denied, arch)?)
}

/// `clone3` does not exist, as far as the C library sees: it then starts threads by `clone`, whose flags can be checked.
fn no_clone3(arch: TargetArch) -> Result<BpfProgram, Error> {
    let rules: Rules = [(libc::SYS_clone3, Vec::new())].into();
    let absent = SeccompAction::Errno(libc::ENOSYS as u32);
    program(rules, SeccompAction::Allow, absent, arch)
}

fn allow_list(arch: TargetArch) -> Result<BpfProgram, Error> {
    let mut rules: Rules = ALLOWED.iter().map(|call| (*call, Vec::new())).collect();
    // Threads of this process, not processes.
    let thread = libc::CLONE_THREAD as u64;
    rules.insert(libc::SYS_clone, when(0, Bits::Set(thread))?);
    // Memory that is never executable: nothing that an exhibit puts there can be run.
    let executable = libc::PROT_EXEC as u64;
    rules.insert(libc::SYS_mmap, when(2, Bits::Clear(executable))?);
    rules.insert(libc::SYS_mprotect, when(2, Bits::Clear(executable))?);
    // `abort` signals the own process; nobody else.
    let this = u64::from(std::process::id());
    rules.insert(libc::SYS_tgkill, when(0, Bits::Equal(this))?);
    // The CPU backstop is raised for each exhibit.
    rules.insert(libc::SYS_prlimit64, when(1, Bits::Equal(u64::from(libc::RLIMIT_CPU)))?);
    // Names of threads.
    rules.insert(libc::SYS_prctl, when(0, Bits::Equal(libc::PR_SET_NAME as u64))?);
    // std checks in debug builds that a descriptor that it closes is open.
    rules.insert(libc::SYS_fcntl, when(1, Bits::Equal(libc::F_GETFD as u64))?);
    program(rules, SeccompAction::Errno(libc::EPERM as u32), SeccompAction::Allow, arch)
}

/// What an argument's low 32 bits must be.
enum Bits {
    Equal(u64),
    Set(u64),
    Clear(u64),
}

fn when(argument: u8, bits: Bits) -> Result<Vec<SeccompRule>, Error> {
    let (operation, value) = match bits {
        Bits::Equal(value) => (SeccompCmpOp::Eq, value),
        Bits::Set(mask) => (SeccompCmpOp::MaskedEq(mask), mask),
        Bits::Clear(mask) => (SeccompCmpOp::MaskedEq(mask), 0),
    };
    let condition = SeccompCondition::new(argument, SeccompCmpArgLen::Dword, operation, value)?;
    Ok(vec![SeccompRule::new(vec![condition])?])
}

fn program(
    rules: Rules,
    otherwise: SeccompAction,
    matched: SeccompAction,
    arch: TargetArch,
) -> Result<BpfProgram, Error> {
    Ok(SeccompFilter::new(rules, otherwise, matched, arch)?.try_into()?)
}
