//! All documents of a case into memory, by several threads: what is stored as JSON takes longer to understand than to read.

use std::sync::mpsc::{Receiver, Sender, channel, sync_channel};
use std::sync::{Mutex, PoisonError};

use reason::document::Unread;

use super::database::Database;
use super::load::{Stored, Written};
use super::store::LostMember;
use super::{Exhibit, Loaded};
use crate::Result;

/// Rows that wait for a thread: enough that none waits, few enough that they do not fill the memory.
const WAITING: usize = 64;
/// More threads than these wait for the one that reads rows.
const MOST_THREADS: usize = 8;

type Numbered<T> = (usize, T);

impl Database {
    /// Documents and what could not be read; what follows from them left out. A member of an archive that could not be
    /// had stands as an exhibit without acquisition, named by archive and path.
    pub(crate) fn load(&self) -> Result<Loaded> {
        let mut loaded = Loaded::default();
        for stored in self.all_stored()? {
            match stored {
                Stored::Document(document) => loaded.documents.push(*document),
                Stored::Unread(exhibit, why) => loaded.unread.push((exhibit, why)),
                Stored::Archive(archive, lost) => loaded.unread.extend(lost_members(&archive, lost)),
            }
        }
        Ok(loaded)
    }

    /// Every reading, in order.
    fn all_stored(&self) -> Result<Vec<Stored>> {
        let threads =
            std::thread::available_parallelism().map_or(1, std::num::NonZero::get).min(MOST_THREADS);
        std::thread::scope(|scope| {
            let (to_threads, rows) = sync_channel::<Numbered<Written>>(WAITING);
            let (to_here, results) = channel();
            let rows = std::sync::Arc::new(Mutex::new(rows));
            for _ in 0..threads {
                let (rows, to_here) = (std::sync::Arc::clone(&rows), to_here.clone());
                scope.spawn(move || work(&rows, &to_here));
            }
            drop((to_here, rows));
            let mut number = 0;
            let read = self.for_each_written(|row| {
                // The threads end only when this end is closed.
                let _ = to_threads.send((number, row));
                number += 1;
                Ok(())
            });
            drop(to_threads);
            let stored = in_order(&results, number);
            read.and(stored)
        })
    }
}

fn work(rows: &Mutex<Receiver<Numbered<Written>>>, results: &Sender<Numbered<Result<Stored>>>) {
    loop {
        let next = rows.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok((number, row)) = next else { return };
        if results.send((number, row.read())).is_err() {
            return;
        }
    }
}

fn in_order(results: &Receiver<Numbered<Result<Stored>>>, number: usize) -> Result<Vec<Stored>> {
    let mut stored: Vec<Option<Stored>> = Vec::new();
    stored.resize_with(number, || None);
    for (place, result) in results {
        stored[place] = Some(result?);
    }
    Ok(stored.into_iter().flatten().collect())
}

fn lost_members(archive: &Exhibit, lost: Vec<LostMember>) -> impl Iterator<Item = (Exhibit, Unread)> + '_ {
    lost.into_iter().map(|member| {
        let exhibit = Exhibit {
            label: format!("{}!/{}", archive.label, member.path),
            acquisitions: Vec::new(),
            size: 0,
            ..archive.clone()
        };
        (exhibit, member.why)
    })
}
