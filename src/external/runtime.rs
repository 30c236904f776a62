//! The one place where asynchronous clients are waited for.

use crate::error::{Error, Result};
use std::future::Future;
use std::sync::OnceLock;
use tokio::runtime::{Builder, Runtime};

/// Waits for a future. The runtime has no threads of its own and begins with the first call; callers on several
/// threads wait side by side.
pub(crate) fn block_on<T>(future: impl Future<Output = Result<T>>) -> Result<T> {
    static RUNTIME: OnceLock<std::io::Result<Runtime>> = OnceLock::new();
    let runtime = RUNTIME.get_or_init(|| {
        // the clients share rustls; an earlier choice of its cryptography by someone else serves as well
        let _ = rustls::crypto::ring::default_provider().install_default();
        Builder::new_current_thread().enable_all().build()
    });
    match runtime {
        Ok(runtime) => runtime.block_on(future),
        Err(error) => Err(Error::new(format!("cannot start network access: {error}"))),
    }
}
