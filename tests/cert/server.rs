//! Servers that speak TLS with whatever certificate they are told to.

#![allow(dead_code, reason = "each test target uses a part")]

use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{ServerConfig, ServerConnection};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

/// A server.
pub(crate) struct Server {
    address: SocketAddr,
    config: Arc<Mutex<Arc<ServerConfig>>>,
    ended: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

/// The configuration for certificates and their key in PEM.
pub(crate) fn config(certificates: &str, key: &str) -> Arc<ServerConfig> {
    let chain = CertificateDer::pem_slice_iter(certificates.as_bytes()).collect::<Result<Vec<_>, _>>().unwrap();
    let key = PrivateKeyDer::from_pem_slice(key.as_bytes()).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder = ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
    Arc::new(builder.with_no_client_auth().with_single_cert(chain, key).unwrap())
}

impl Server {
    pub(crate) fn start(certificates: &str, key: &str) -> Self {
        Self::at("127.0.0.1:0", certificates, key)
    }

    pub(crate) fn at(address: &str, certificates: &str, key: &str) -> Self {
        let listener = TcpListener::bind(address).unwrap();
        let address = listener.local_addr().unwrap();
        let config = Arc::new(Mutex::new(config(certificates, key)));
        let ended = Arc::new(AtomicBool::new(false));
        let (shared, stop) = (Arc::clone(&config), Arc::clone(&ended));
        let thread = std::thread::spawn(move || {
            for stream in listener.incoming() {
                if stop.load(Ordering::Relaxed) {
                    return;
                }
                let (Ok(stream), config) = (stream, Arc::clone(&shared.lock().unwrap())) else { continue };
                std::thread::spawn(move || shake(stream, config));
            }
        });
        Server { address, config, ended, thread: Some(thread) }
    }

    /// Serves something else from now on.
    pub(crate) fn serve(&self, certificates: &str, key: &str) {
        *self.config.lock().unwrap() = config(certificates, key);
    }

    pub(crate) fn port(&self) -> u16 {
        self.address.port()
    }
}

fn shake(mut stream: TcpStream, config: Arc<ServerConfig>) {
    let _ = stream.set_read_timeout(Some(Duration::from_secs(10)));
    let Ok(mut connection) = ServerConnection::new(config) else { return };
    while connection.is_handshaking() {
        if connection.complete_io(&mut stream).is_err() {
            return;
        }
    }
    let _ = connection.complete_io(&mut stream);
}

impl Drop for Server {
    fn drop(&mut self) {
        self.ended.store(true, Ordering::Relaxed);
        let _ = TcpStream::connect(self.address);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
