//! What servers serve: a handshake with every address of a name.

use super::{Certificate, Found};
use crate::code::CERT_ENDPOINT;
use crate::error::{Error, Result};
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{CryptoProvider, ring, verify_tls12_signature, verify_tls13_signature};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{ClientConfig, ClientConnection, DigitallySignedStruct, SignatureScheme};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::net::{SocketAddr, TcpStream, ToSocketAddrs};
use std::sync::Arc;
use std::time::Duration;

/// A server that serves a certificate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Endpoint {
    /// Its name or address.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// The name that is asked for, where it is not the host.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sni: Option<String>,
}

impl fmt::Display for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Endpoint { host, port, sni } = self;
        if host.contains(':') {
            write!(f, "[{host}]:{port}")?;
        } else {
            write!(f, "{host}:{port}")?;
        }
        match sni {
            Some(sni) => write!(f, " ({sni})"),
            None => Ok(()),
        }
    }
}

impl Endpoint {
    /// Reads `HOST:PORT`, `[ADDRESS]:PORT`, and either with `=NAME` behind it, the name to ask for.
    pub fn parse(text: &str) -> Option<Endpoint> {
        let (place, sni) = match text.split_once('=') {
            Some((place, sni)) => (place, Some(sni.to_owned())),
            None => (text, None),
        };
        let (host, port) = place.rsplit_once(':')?;
        let host = host.strip_prefix('[').and_then(|h| h.strip_suffix(']')).unwrap_or(host);
        if host.is_empty() || host.contains(['/', ' ']) {
            return None;
        }
        Some(Endpoint { host: host.to_owned(), port: port.parse().ok()?, sni })
    }

    /// The name that the certificate must cover.
    pub fn name(&self) -> &str {
        self.sni.as_deref().unwrap_or(&self.host)
    }

    /// Every address of the host.
    ///
    /// # Errors
    /// The name is not known.
    pub fn addresses(&self) -> Result<Vec<SocketAddr>> {
        let failed = |why: String| Error::new(format!("cannot find `{}`: {why}", self.host)).code(&CERT_ENDPOINT);
        let found = (self.host.as_str(), self.port).to_socket_addrs().map_err(|e| failed(e.to_string()))?;
        let mut addresses: Vec<SocketAddr> = found.collect();
        addresses.sort_unstable();
        addresses.dedup();
        if addresses.is_empty() { Err(failed("it has no address".into())) } else { Ok(addresses) }
    }

    /// The certificates that one address serves, its own first. That the server has the key is proved by the
    /// handshake; nothing else about them is checked.
    ///
    /// # Errors
    /// There is no connection, or no handshake.
    pub fn served(&self, address: SocketAddr, timeout: Duration) -> Result<Vec<Certificate>> {
        let failed = |why: &dyn fmt::Display| Error::new(format!("{self} at {address}: {why}")).code(&CERT_ENDPOINT);
        let name = ServerName::try_from(self.name().to_owned()).map_err(|e| failed(&e))?;
        let mut connection = ClientConnection::new(config(), name).map_err(|e| failed(&e))?;
        let mut stream = TcpStream::connect_timeout(&address, timeout).map_err(|e| failed(&e))?;
        stream.set_read_timeout(Some(timeout)).map_err(|e| failed(&e))?;
        stream.set_write_timeout(Some(timeout)).map_err(|e| failed(&e))?;
        while connection.is_handshaking() {
            connection.complete_io(&mut stream).map_err(|e| failed(&e))?;
        }
        connection.send_close_notify();
        let _ = connection.write_tls(&mut stream);
        let served = connection.peer_certificates().unwrap_or_default();
        served.iter().map(|der| Certificate::from_der(der)).collect()
    }

    /// What each address serves.
    ///
    /// # Errors
    /// The name is not known.
    pub fn read(&self, timeout: Duration) -> Result<Vec<(SocketAddr, Result<Found>)>> {
        let served = |address| {
            let found = self.served(address, timeout);
            (address, found.map(|certificates| Found { certificates, ..Found::default() }))
        };
        Ok(self.addresses()?.into_iter().map(served).collect())
    }
}

/// A client that takes every certificate, to look at it.
fn config() -> Arc<ClientConfig> {
    let provider = Arc::new(ring::default_provider());
    let looking = Arc::new(Looking(Arc::clone(&provider)));
    let builder = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
    // ring offers every version that rustls knows
    let builder = builder.unwrap_or_else(|_| ClientConfig::builder());
    Arc::new(builder.dangerous().with_custom_certificate_verifier(looking).with_no_client_auth())
}

#[derive(Debug)]
struct Looking(Arc<CryptoProvider>);

impl ServerCertVerifier for Looking {
    fn verify_server_cert(
        &self,
        _: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        verify_tls12_signature(message, certificate, signature, &self.0.signature_verification_algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        verify_tls13_signature(message, certificate, signature, &self.0.signature_verification_algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.0.signature_verification_algorithms.supported_schemes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_endpoint_is_read() {
        let parse = |text| Endpoint::parse(text).map(|e| e.to_string());
        assert_eq!(parse("a.example.org:443").as_deref(), Some("a.example.org:443"));
        assert_eq!(parse("[::1]:8443=a.example.org").as_deref(), Some("[::1]:8443 (a.example.org)"));
        assert_eq!(parse("a.example.org"), None);
        assert_eq!(parse("a/b.pem:1"), None);
    }
}
