//! Rows of the tables in `data/`.

/// Rows of `N` columns with tabs between: without comments (`#`) and blank lines. Columns that a row leaves out at its end are empty.
pub fn fields<const N: usize>(table: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(|line| {
        let mut columns = line.split('\t').map(str::trim);
        std::array::from_fn(|_| columns.next().unwrap_or_default())
    })
}

/// Rows of two columns.
pub fn pairs(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    fields(table).map(|[first, second]| (first, second))
}
