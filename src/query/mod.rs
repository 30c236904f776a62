//! What the `list` commands answer, and what names on command lines mean: records from the engine, chosen by filters, turned into rows by columns.
//!
//! A record is a [`Map`] with the names that column templates may use (`stack`, `component`, `vars`, …). Each command's
//! module makes its records and knows its default columns; a [`Column`] renders them, [`select`] filters them.

pub mod column;
pub mod components;
pub mod difference;
pub mod instances;
pub mod select;
pub mod spoken;
pub mod stacks;
pub mod values;
pub mod workflows;

mod inventory;
mod order;

pub use column::Column;
pub use order::Order;

use crate::Result;
use crate::value::Map;

/// Cells under headers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    /// The names of the columns.
    pub headers: Vec<String>,
    /// The cells of each row, as many as there are headers.
    pub rows: Vec<Vec<String>>,
}

impl Rows {
    /// Renders the columns of every record, in `order`.
    ///
    /// # Errors
    /// A column's template is wrong, or there is no column to sort by.
    pub fn of(records: &[Map], columns: &[Column], order: &[Order]) -> Result<Self> {
        let headers = columns.iter().map(|c| c.name().to_owned()).collect();
        let mut rows = Vec::with_capacity(records.len());
        for record in records {
            rows.push(columns.iter().map(|c| c.render(record)).collect::<Result<Vec<_>>>()?);
        }
        let mut rows = Rows { headers, rows };
        order::sort(&mut rows, order)?;
        Ok(rows)
    }

    /// Rows as columns: the first column becomes the headers, and the headers the first column, which gets a name.
    #[must_use]
    pub fn turned(self, corner: &str) -> Rows {
        let column = |n: usize| self.rows.iter().map(move |row| row[n].clone());
        let names = self.headers.iter().enumerate().skip(1);
        Rows {
            headers: std::iter::once(corner.to_owned()).chain(column(0)).collect(),
            rows: names.map(|(n, name)| std::iter::once(name.clone()).chain(column(n)).collect()).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Rows;

    #[test]
    fn rows_are_turned_into_columns() {
        let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<String>>();
        let rows = Rows { headers: words(&["Key", "dev", "prod"]), rows: vec![words(&["cidr", "a", "b"])] };
        let turned = rows.turned("Stack");
        assert_eq!(turned.headers, ["Stack", "cidr"]);
        assert_eq!(turned.rows, [["dev", "a"], ["prod", "b"]]);
    }
}
