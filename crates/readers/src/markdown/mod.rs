pub(crate) fn read(bytes: &[u8]) -> reason::document::Draft {
    crate::text::read(bytes)
}
