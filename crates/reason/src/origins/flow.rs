//! The most origins that some reports can have if each work took a figure from one of the works that it rests on: the
//! number of ways from reports to origins that share no work (Menger's theorem), by augmenting paths.

use super::graph::Lineage;

/// Steps after which the search stops and what can be counted simply stands: only made-up cases come near.
const MOST_STEPS: usize = 20_000_000;

/// Where a search stands: before or behind a ring, which only one way may pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum At {
    In(usize),
    Out(usize),
}

struct Flow<'l> {
    below: &'l [Vec<usize>],
    is_origin: &'l [bool],
    used: Vec<bool>,
    from: Vec<Option<usize>>,
    to: Vec<Option<usize>>,
    /// Where no way leads to an origin: twice as many as rings, before and behind each.
    seen: Vec<bool>,
    steps: usize,
}

/// How many of the leading rings can have an origin of their own.
pub(super) fn most_origins(lineage: &Lineage, leading: &[usize]) -> usize {
    let rings = lineage.members.len();
    let below: Vec<Vec<usize>> = (0..rings)
        .map(|ring| {
            let mut below: Vec<usize> = lineage.rings_below(ring).collect();
            below.sort_unstable();
            below.dedup();
            below
        })
        .collect();
    let is_origin: Vec<bool> = (0..rings).map(|ring| lineage.origin(ring).is_some()).collect();
    let mut flow = Flow {
        below: &below,
        is_origin: &is_origin,
        used: vec![false; rings],
        from: vec![None; rings],
        to: vec![None; rings],
        seen: vec![false; 2 * rings],
        steps: 0,
    };
    leading.iter().filter(|ring| flow.open_way(**ring)).count()
}

impl Flow<'_> {
    /// Finds one more way, moving others aside where that helps.
    fn open_way(&mut self, start: usize) -> bool {
        let mut path: Vec<(At, usize)> = vec![(At::In(start), 0)];
        let mut visited = Vec::new();
        while let Some((at, step)) = path.pop() {
            self.steps += 1;
            if self.steps > MOST_STEPS {
                return true;
            }
            if step == 0 {
                let slot = slot(at);
                if std::mem::replace(&mut self.seen[slot], true) {
                    continue;
                }
                visited.push(slot);
                if let At::Out(ring) = at
                    && self.is_origin[ring]
                {
                    path.push((at, 0));
                    self.take(&path);
                    visited.iter().for_each(|slot| self.seen[*slot] = false);
                    return true;
                }
            }
            if let Some(next) = self.step(at, step) {
                path.push((at, step + 1));
                path.push((next, 0));
            }
        }
        // What led nowhere now never will: later ways do not come through here.
        false
    }

    fn step(&self, at: At, step: usize) -> Option<At> {
        match at {
            At::In(_) if step > 0 => None,
            At::In(ring) if self.used[ring] => self.from[ring].map(At::Out),
            At::In(ring) => Some(At::Out(ring)),
            At::Out(ring) => match self.below[ring].get(step) {
                Some(below) => Some(At::In(*below)),
                None if step == self.below[ring].len() && self.used[ring] => Some(At::In(ring)),
                None => None,
            },
        }
    }

    fn take(&mut self, path: &[(At, usize)]) {
        for pair in path.windows(2) {
            match (pair[0].0, pair[1].0) {
                (At::In(a), At::Out(b)) if a == b => self.used[a] = true,
                (At::In(a), At::Out(b)) if self.to[b] == Some(a) => self.to[b] = None,
                (At::Out(a), At::In(b)) if a == b => {
                    self.used[a] = false;
                    self.from[a] = None;
                }
                (At::Out(a), At::In(b)) => {
                    self.to[a] = Some(b);
                    self.from[b] = Some(a);
                }
                _ => {}
            }
        }
    }
}

const fn slot(at: At) -> usize {
    match at {
        At::In(ring) => 2 * ring,
        At::Out(ring) => 2 * ring + 1,
    }
}
