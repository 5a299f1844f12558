//! The same work on many items, on a few threads, results in the order of the items.

use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

/// Applies `work` to each item on up to `width` threads.
pub fn map<Item: Sync, Made: Send>(
    items: &[Item],
    width: NonZeroUsize,
    work: impl Fn(&Item) -> Made + Sync,
) -> Vec<Made> {
    let width = width.get().min(items.len());
    if width <= 1 {
        return items.iter().map(work).collect();
    }
    let next = AtomicUsize::new(0);
    let made = Mutex::new(Vec::with_capacity(items.len()));
    thread::scope(|scope| {
        for _ in 0..width {
            scope.spawn(|| {
                while let Some((index, item)) = take(items, &next) {
                    let one = work(item);
                    made.lock().unwrap_or_else(PoisonError::into_inner).push((index, one));
                }
            });
        }
    });
    let mut made = made.into_inner().unwrap_or_else(PoisonError::into_inner);
    made.sort_unstable_by_key(|(index, _)| *index);
    made.into_iter().map(|(_, one)| one).collect()
}

fn take<'a, Item>(items: &'a [Item], next: &AtomicUsize) -> Option<(usize, &'a Item)> {
    let index = next.fetch_add(1, Ordering::Relaxed);
    items.get(index).map(|item| (index, item))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_is_kept_whatever_the_width() {
        let items: Vec<_> = (0..100).collect();
        for width in [1, 2, 7, 200] {
            let width = NonZeroUsize::new(width).unwrap();
            let doubled = map(&items, width, |item| item * 2);
            assert!(doubled.iter().copied().eq((0..100).map(|item| item * 2)));
        }
    }
}
