//! The graphics state (ISO 32000-1, 8.4), as far as text needs it.

use super::super::glyphs::Area;
use super::super::matrix::Matrix;
use super::ground::{Ink, Space};
use super::resources::FontHandle;

/// What `q` saves and `Q` restores.
#[derive(Clone)]
pub struct State {
    pub ctm: Matrix,
    pub font: Option<FontHandle>,
    pub size: f32,
    pub character_spacing: f32,
    pub word_spacing: f32,
    pub stretch: f32,
    pub leading: f32,
    pub rise: f32,
    pub rendering: u8,
    /// The colour that fills letters and areas.
    pub ink: Ink,
    /// How that colour is counted.
    pub space: Space,
    /// From 0, not to be seen, to 1, hiding what lies under it.
    pub alpha: f32,
    /// Whether colours mix with those under them.
    pub is_mixed: bool,
    /// Outside of it nothing is painted; its real outline may be smaller.
    pub clip: Option<Area>,
}

impl State {
    /// At the start of a page.
    pub fn initial(display: Matrix) -> Self {
        Self {
            ctm: display,
            font: None,
            size: 0.0,
            character_spacing: 0.0,
            word_spacing: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
            rendering: 0,
            ink: Ink::Coloured,
            space: Space::Device,
            alpha: 1.0,
            is_mixed: false,
            clip: None,
        }
    }

    /// Whether what is painted hides what lies under it.
    pub fn is_opaque(&self) -> bool {
        self.alpha >= 1.0 && !self.is_mixed
    }
}
