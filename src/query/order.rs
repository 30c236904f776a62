//! The order of rows: `--sort stack:asc,component:desc`.

use super::Rows;
use crate::text::did_you_mean;
use crate::{Error, Result};
use std::cmp::Ordering;

/// One column to sort by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    column: String,
    descending: bool,
    required: bool,
}

impl Order {
    /// Ascending by a column, where the rows have it.
    pub fn by(column: &str) -> Self {
        Order { column: column.to_owned(), descending: false, required: false }
    }

    /// The orders of a specification such as `stack:asc,component:desc`, the most important first.
    ///
    /// # Errors
    /// A part without `:asc` or `:desc`.
    pub fn parse(spec: &str) -> Result<Vec<Self>> {
        let parts = spec.split(',').map(str::trim).filter(|part| !part.is_empty());
        parts
            .map(|part| {
                let wrong =
                    || Error::usage(format!("invalid sort order `{part}`")).hint("write `column:asc` or `column:desc`");
                let (column, direction) = part.split_once(':').ok_or_else(wrong)?;
                let descending = match direction.trim().to_ascii_lowercase().as_str() {
                    "asc" | "ascending" => false,
                    "desc" | "descending" => true,
                    _ => return Err(wrong()),
                };
                Ok(Order { column: column.trim().to_owned(), descending, required: true })
            })
            .collect()
    }
}

pub(super) fn sort(rows: &mut Rows, orders: &[Order]) -> Result<()> {
    let mut keys = Vec::with_capacity(orders.len());
    for order in orders {
        match rows.headers.iter().position(|h| h.eq_ignore_ascii_case(&order.column)) {
            Some(column) => keys.push((column, order.descending)),
            None if order.required => {
                let headers = rows.headers.iter().map(String::as_str);
                return Err(Error::usage(format!("there is no column `{}` to sort by", order.column))
                    .maybe_hint(did_you_mean(&order.column, headers.clone()))
                    .hint(format!("the columns are {}", headers.collect::<Vec<_>>().join(", "))));
            }
            None => {}
        }
    }
    rows.rows.sort_by(|a, b| {
        keys.iter().fold(Ordering::Equal, |so_far, &(column, descending)| {
            let next = || if descending { b[column].cmp(&a[column]) } else { a[column].cmp(&b[column]) };
            so_far.then_with(next)
        })
    });
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows() -> Rows {
        let row = |a: &str, b: &str| vec![a.to_owned(), b.to_owned()];
        Rows {
            headers: row("Stack", "Component"),
            rows: vec![row("dev", "vpc"), row("prod", "eks"), row("dev", "eks")],
        }
    }

    fn first_two(spec: &str) -> Vec<String> {
        let mut rows = rows();
        sort(&mut rows, &Order::parse(spec).unwrap()).unwrap();
        rows.rows.iter().take(2).map(|r| r.join("/")).collect()
    }

    #[test]
    fn rows_are_sorted_by_the_first_column_named_then_the_next() {
        assert_eq!(first_two("stack:asc,component:asc"), ["dev/eks", "dev/vpc"]);
        assert_eq!(first_two("component:asc,Stack:desc"), ["prod/eks", "dev/eks"]);
    }

    #[test]
    fn an_order_that_cannot_be_is_refused() {
        assert!(Order::parse("stack").is_err());
        assert!(Order::parse("stack:up").is_err());
        let error = sort(&mut rows(), &Order::parse("Stak:asc").unwrap()).unwrap_err();
        assert_eq!(error.hints()[0], "did you mean `Stack`?");
        assert!(sort(&mut rows(), &[Order::by("Type")]).is_ok());
    }
}
