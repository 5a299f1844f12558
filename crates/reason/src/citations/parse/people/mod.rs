//! Who wrote it, and who was asked: names of people and bodies.

mod authors;
mod names;
mod roles;
mod unnamed;

pub(in crate::citations) use authors::authors;
pub(in crate::citations) use names::{is_name_list, is_person};

pub(super) use names::{is_joining, is_name};
pub(super) use roles::{has_role, without_and, without_genitive, without_roles};
pub(super) use unnamed::is_unnamed;
