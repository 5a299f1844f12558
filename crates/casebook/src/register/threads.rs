//! The same work on many things at once, taken in the order in which they came.

use std::collections::VecDeque;
use std::num::NonZero;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use crate::Result;

/// Things that a thread is given at once: handing them over costs nothing beside the work.
const AT_ONCE: usize = 256;

/// Lots that wait for each thread, so that none stands idle while results are taken.
const AHEAD: usize = 2;

/// As many as the machine runs at once.
pub(super) fn threads() -> NonZero<usize> {
    thread::available_parallelism().unwrap_or(NonZero::<usize>::MIN)
}

/// Does `work` on each of `items`, on so many threads, and gives `take` the results in the order of the items, whoever was done first. Holds a few lots
/// and no more.
pub(super) fn in_order<T: Send, R: Send>(
    threads: NonZero<usize>,
    mut items: impl Iterator<Item = T>,
    work: impl Fn(T) -> R + Sync,
    mut take: impl FnMut(R) -> Result<()>,
) -> Result<()> {
    thread::scope(|scope| {
        let mut workers: VecDeque<Worker<T, R>> = (0..threads.get())
            .map(|_| {
                let (todo, given) = sync_channel::<Vec<T>>(AHEAD);
                let (finished, done) = sync_channel::<Vec<R>>(AHEAD);
                let work = &work;
                scope.spawn(move || {
                    for lot in given {
                        if finished.send(lot.into_iter().map(work).collect()).is_err() {
                            break;
                        }
                    }
                });
                Worker { todo, done }
            })
            .collect();
        // Each lot goes to the next thread in turn, so that the oldest that is out is always known.
        let mut out = 0;
        loop {
            let lot: Vec<T> = items.by_ref().take(AT_ONCE).collect();
            let is_last = lot.is_empty();
            if !is_last && workers[out % threads].todo.send(lot).is_ok() {
                out += 1;
            }
            while out > 0 && (is_last || out == threads.get() * AHEAD) {
                let oldest = &workers[0];
                oldest.done.recv().into_iter().flatten().try_for_each(&mut take)?;
                workers.rotate_left(1);
                out -= 1;
            }
            if is_last {
                return Ok(());
            }
        }
    })
}

struct Worker<T, R> {
    todo: SyncSender<Vec<T>>,
    done: Receiver<Vec<R>>,
}

#[cfg(test)]
mod tests {
    use names::index::{Compiling, Listed, Ready, Source};

    use super::*;
    use crate::Error;

    #[track_caller]
    fn check(threads: usize, items: u64) {
        let mut taken = Vec::new();
        // Some take longer than others.
        let work = |item: u64| (0..item * 7919 % 1000).fold(item, |sum, _| std::hint::black_box(sum));
        let threads = NonZero::new(threads).expect("some");
        in_order(threads, 0..items, work, |item| {
            taken.push(item);
            Ok(())
        })
        .expect("taken");
        assert!(taken.iter().copied().eq(0..items), "{threads} threads");
    }

    #[test]
    fn results_come_in_the_order_of_the_items() {
        for threads in [1, 2, 7] {
            for items in [0, 1, 255, 256, 257, 10_000] {
                check(threads, items);
            }
        }
    }

    fn compiled(threads: usize) -> Vec<u8> {
        let mut compiling = Compiling::in_memory().expect("begun");
        let source = compiling.source(Source::default()).expect("a list");
        let line = |number: u32| {
            format!(
                r#"{{"id":"{number}","schema":"Person","properties":{{"name":["Oste {number} Halden"]}}}}"#
            )
        };
        let records = (1..1000).flat_map(|number| ftm::read_line(&line(number), number).records);
        let threads = NonZero::new(threads).expect("some");
        let add = |ready| compiling.add(source, &ready, Listed::default()).map_err(Error::Uncompiled);
        in_order(threads, records, |record| Ready::of(&record), add).expect("compiled");
        compiling.finish().expect("written")
    }

    #[test]
    fn any_number_of_threads_compiles_the_same_bytes() {
        let alone = compiled(1);
        assert!([2, 3, 8].into_iter().all(|threads| compiled(threads) == alone));
    }

    #[test]
    fn what_cannot_be_taken_ends_it() {
        let refused = |item| match item {
            3000 => Err(Error::NoAct { act: 3, what: "item" }),
            _ => Ok(()),
        };
        let ended = in_order(threads(), 0_u64.., |item| item, refused);
        assert!(matches!(ended, Err(Error::NoAct { act: 3, .. })));
    }
}
