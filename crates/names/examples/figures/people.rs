//! Duplicates among generated people.

use crate::table::Figure;

pub fn measure(count: usize) -> Result<Vec<Figure>, String> {
    let _ = count;
    Ok(Vec::new())
}
