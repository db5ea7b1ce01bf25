//! Documents are read while others are worked on. What is there is a group; the work does not wait for more, so
//! that whoever gives one document and waits for its answer gets it.

use crate::input::{Inputs, Item};
use std::io::Result;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

/// Documents taken together; enough to keep all cores busy, few enough to keep memory flat.
const DOCUMENTS: usize = 256;
/// Bytes from which on no more is read ahead.
const BYTES: usize = 64 << 20;

/// What is read ahead, by a thread of its own.
pub struct Ahead {
    shared: Arc<Shared>,
}

#[derive(Default)]
struct Shared {
    queue: Mutex<Queue>,
    changed: Condvar,
}

#[derive(Default)]
struct Queue {
    items: Vec<Item>,
    bytes: usize,
    /// At the end of the input: the records of archives that hold no page, or why there is no more.
    end: Option<Result<u64>>,
}

impl Queue {
    fn is_full(&self) -> bool {
        self.items.len() >= DOCUMENTS || self.bytes >= BYTES
    }
}

impl Ahead {
    /// Begins to read.
    pub fn of(mut inputs: Inputs) -> Ahead {
        let shared = Arc::new(Shared::default());
        let filled = Arc::clone(&shared);
        // It is not joined: whoever cannot write any more does not wait for an input that stands still.
        std::thread::spawn(move || while filled.put(inputs.next(), inputs.passed) {});
        Ahead { shared }
    }

    /// The documents that are there, at least one before the end, and the end if it is reached.
    pub fn take(&self) -> (Vec<Item>, Option<Result<u64>>) {
        let is_waiting = |queue: &mut Queue| queue.items.is_empty() && queue.end.is_none();
        let mut queue = self.shared.once(is_waiting);
        queue.bytes = 0;
        let taken = (std::mem::take(&mut queue.items), queue.end.take());
        self.shared.changed.notify_one();
        taken
    }
}

impl Shared {
    /// Adds what was read when there is room for it; false if it was the last.
    fn put(&self, read: Result<Option<Item>>, passed: u64) -> bool {
        let mut queue = self.once(|queue| queue.is_full());
        match read {
            Ok(Some(item)) => {
                queue.bytes += item.size();
                queue.items.push(item);
            }
            Ok(None) => queue.end = Some(Ok(passed)),
            Err(error) => queue.end = Some(Err(error)),
        }
        self.changed.notify_one();
        queue.end.is_none()
    }

    /// The queue, once there is nothing to wait for. A thread that panicked left it whole.
    fn once(&self, is_waiting: impl Fn(&mut Queue) -> bool) -> MutexGuard<'_, Queue> {
        let queue = self.queue.lock().unwrap_or_else(PoisonError::into_inner);
        self.changed.wait_while(queue, is_waiting).unwrap_or_else(PoisonError::into_inner)
    }
}
