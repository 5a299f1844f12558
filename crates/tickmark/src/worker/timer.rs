//! The wall clock of one worker. CPU limits do not see a worker that waits.

use std::process::Child;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// Kills a worker that takes longer than allowed over one request.
#[derive(Debug)]
pub struct Timer {
    orders: Sender<Order>,
    expired: Arc<AtomicBool>,
}

#[derive(Debug, Clone, Copy)]
enum Order {
    Start,
    Stop,
}

impl Timer {
    /// A timer at rest.
    ///
    /// # Errors
    /// When no thread can be started.
    pub fn new(child: Arc<Mutex<Child>>, wall: Duration) -> std::io::Result<Self> {
        let (orders, received) = channel();
        let expired = Arc::new(AtomicBool::new(false));
        let flag = Arc::clone(&expired);
        std::thread::Builder::new().spawn(move || watch(&received, wall, &flag, &child))?;
        Ok(Self { orders, expired })
    }

    /// From now on.
    pub fn start(&self) {
        let _ = self.orders.send(Order::Start);
    }

    /// Answered in time.
    pub fn stop(&self) {
        let _ = self.orders.send(Order::Stop);
    }

    /// Whether the worker was killed by this timer.
    pub fn has_expired(&self) -> bool {
        self.expired.load(Ordering::Acquire)
    }
}

/// Ends with the [`Timer`], or after a kill.
fn watch(orders: &Receiver<Order>, wall: Duration, expired: &AtomicBool, child: &Mutex<Child>) {
    while orders.recv().is_ok() {
        match orders.recv_timeout(wall) {
            Ok(_) => {}
            Err(RecvTimeoutError::Disconnected) => return,
            Err(RecvTimeoutError::Timeout) => {
                expired.store(true, Ordering::Release);
                // It may have died by itself just now.
                let _ = child.lock().unwrap_or_else(PoisonError::into_inner).kill();
                return;
            }
        }
    }
}
