//! What names of every script become.

use super::*;
