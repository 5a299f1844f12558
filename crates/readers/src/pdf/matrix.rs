//! Affine maps as PDF writes them: `x' = ax + cy + e`, `y' = bx + dy + f`.

use super::glyphs::Area;

/// An affine map.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Matrix(pub [f32; 6]);

impl Matrix {
    /// Changes nothing.
    pub const IDENTITY: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// Moves the origin.
    pub const fn shift(x: f32, y: f32) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// From default user space to the page as displayed: origin at its top left, `y` downwards.
    ///
    /// `visible` is `(left, bottom, right, top)`, `turn` the page's `/Rotate` in degrees clockwise.
    pub fn display(visible: (f32, f32, f32, f32), turn: i32) -> Self {
        let (left, bottom, right, top) = visible;
        Self(match turn {
            90 => [0.0, 1.0, 1.0, 0.0, -bottom, -left],
            180 => [-1.0, 0.0, 0.0, 1.0, right, -bottom],
            270 => [0.0, -1.0, -1.0, 0.0, top, right],
            _ => [1.0, 0.0, 0.0, -1.0, -left, top],
        })
    }

    /// First `self`, then `next`.
    pub fn then(self, next: Self) -> Self {
        let ([a, b, c, d, e, f], [na, nb, nc, nd, ne, nf]) = (self.0, next.0);
        Self([
            a * na + b * nc,
            a * nb + b * nd,
            c * na + d * nc,
            c * nb + d * nd,
            e * na + f * nc + ne,
            e * nb + f * nd + nf,
        ])
    }

    /// Where a point comes to lie.
    pub fn apply(self, x: f32, y: f32) -> (f32, f32) {
        let [a, b, c, d, e, f] = self.0;
        (a * x + c * y + e, b * x + d * y + f)
    }

    /// Where a rectangle comes to lie: the area around its corners.
    pub fn apply_area(self, area: Area) -> Area {
        let one = Area::between(self.apply(area.x0, area.y0), self.apply(area.x1, area.y1));
        let two = Area::between(self.apply(area.x0, area.y1), self.apply(area.x1, area.y0));
        one.union(two)
    }
}
