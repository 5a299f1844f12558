//! Reading in processes of their own.
//!
//! Files under examination are hostile until shown otherwise. Their bytes are parsed only in a worker: this same
//! program, started as `tickmark worker`, which gives up files, network and most system calls ([`sandbox`]) and answers
//! over pipes ([`frame`], [`message`]). The parent keeps the time, and takes a worker's death as the outcome of the one
//! exhibit that it was reading ([`process`], [`pool`]).

mod death;
mod frame;
pub mod limits;
mod message;
mod misbehave;
mod pool;
pub mod probe;
mod process;
pub mod sandbox;
mod serve;
mod soundness;
pub mod talk;
pub mod timer;
mod trial;

pub use limits::Limits;
pub use pool::{Pool, WorkerError};
pub use serve::serve;
