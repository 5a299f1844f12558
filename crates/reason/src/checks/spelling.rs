//! How far two spellings lie apart.

/// The number of letters to insert, drop, replace or swap with their neighbour to make one word of another; `None`
/// beyond a limit. (Optimal string alignment, which counts the slips of typists.)
pub(super) fn distance(a: &str, b: &str, limit: usize) -> Option<usize> {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().abs_diff(b.len()) > limit {
        return None;
    }
    let mut rows = [vec![0; b.len() + 1], (0..=b.len()).collect(), vec![0; b.len() + 1]];
    for (i, x) in a.iter().enumerate() {
        rows[2][0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let replaced = rows[1][j] + usize::from(x != y);
            let mut best = replaced.min(rows[1][j + 1] + 1).min(rows[2][j] + 1);
            if i > 0 && j > 0 && *x == b[j - 1] && a[i - 1] == *y {
                best = best.min(rows[0][j - 1] + 1);
            }
            rows[2][j + 1] = best;
        }
        rows.rotate_left(1);
    }
    Some(rows[1][b.len()]).filter(|distance| *distance <= limit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_slips() {
        for (a, b, expected) in [
            ("maartens", "martens", Some(1)),
            ("hedi", "heli", Some(1)),
            ("goita", "gotia", Some(1)),
            ("camara", "camera", Some(1)),
            ("diallo", "traore", None),
            ("", "ab", Some(2)),
            ("same", "same", Some(0)),
        ] {
            assert_eq!(distance(a, b, 2), expected, "{a} {b}");
        }
    }
}
