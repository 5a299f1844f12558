pub(crate) fn read(_bytes: &[u8]) -> Result<reason::document::Draft, reason::document::Unread> {
    Err(reason::document::Unread::Empty)
}
