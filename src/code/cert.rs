//! Certificates: what `gaia cert` checks before it changes anything.

super::codes! {
    /// Text in PEM is damaged or untidy.
    CERT_PEM = "GA1001" "cert-pem" Error {
        about: "A file, a field or an answer does not hold what belongs there: a block of PEM without an end, a private key among certificates, no certificate at all. Byte order marks and the line ends of Windows are tidied up, and told as notes.",
        example: "gaia cert check --cert tls.key\n",
        fix: "Give the certificate as `--cert`, its key as `--key` and the certificates above it as `--chain`.",
    }
    /// A key does not fit its certificate.
    CERT_KEY = "GA1002" "cert-key" Error {
        about: "The private key is not that of the certificate: their public keys differ, or the one does not verify what the other signs. Every connection would fail.",
        example: "gaia cert check --cert new.crt --key old.key\n",
        fix: "Give the key that the certificate was requested with.",
    }
    /// A chain is broken.
    CERT_CHAIN = "GA1003" "cert-chain" Error {
        about: "The certificates above the leaf do not lead to an authority: one is missing, did not sign the one below, or may not sign. Order, doubles and a root at the end are put right where the chain is written, and told as notes.",
        example: "gaia cert check --cert leaf.pem\n",
        fix: "Add the certificates between the leaf and the root: `--chain FILE`. The authority publishes them.",
    }
    /// A certificate is not trusted.
    CERT_TRUST = "GA1004" "cert-trust" Error {
        about: "No root that is trusted in public, or that `--ca` names, stands above the certificate.",
        example: "gaia cert check --cert self-signed.pem\n",
        fix: "Name the root of a private authority: `--ca root.pem`.",
    }
    /// A certificate is not valid now.
    CERT_TIME = "GA1005" "cert-time" Error {
        about: "A certificate of the chain has ended, or begins later than now.",
        example: "gaia cert check --cert expired.pem\n",
        fix: "Take a certificate that is valid now; look at the clock of this machine.",
    }
    /// A certificate ends soon.
    CERT_ENDS = "GA1006" "cert-ends" Warning {
        about: "The certificate ends within the days, or the share of its lifetime, that are set for warnings or for what is critical; or a certificate above it ends before it does.",
        example: "gaia cert check www.example.org:443 --warn 30 --critical 14\n",
        fix: "Rotate it: `gaia cert rotate NAME -s STACK`.",
    }
    /// A new certificate ends before the old one.
    CERT_OLDER = "GA1007" "cert-older" Error {
        about: "The certificate that is to be put in place ends no later than the one in use. Most likely the files were mixed up.",
        example: "gaia cert rotate www -s dev --cert old.crt --key old.key\n",
        fix: "Give the newer certificate; `gaia cert inspect FILE` shows when one ends.",
    }
    /// A certificate lacks a name.
    CERT_NAMES = "GA1008" "cert-names" Error {
        about: "The certificate does not cover a name that it is wanted for, or one that the certificate in use covers. A wildcard stands for one label.",
        example: "gaia cert check --cert tls.crt --domain api.example.org\n",
        fix: "Have the name added to the certificate; `--allow-san-drop` gives up names that are in use no more.",
    }
    /// A key or signature is weak.
    CERT_STRENGTH = "GA1009" "cert-strength" Error {
        about: "RSA below 2048 bits, a curve other than P-256, P-384 or P-521, or a signature with MD5 or SHA-1. Clients refuse it. Ed25519 is refused by ACM and many clients.",
        example: "openssl req -newkey rsa:1024\n",
        fix: "Have it issued for RSA with 2048 bits or P-256, signed with SHA-256.",
    }
    /// A certificate is not for servers.
    CERT_PURPOSE = "GA1010" "cert-purpose" Error {
        about: "The certificate names the purposes that it serves, and `serverAuth` is none of them; or it is one of an authority.",
        example: "extendedKeyUsage = clientAuth\n",
        fix: "Have it issued with `serverAuth`.",
    }
    /// A certificate lives longer than browsers accept.
    CERT_LIFETIME = "GA1011" "cert-lifetime" Warning {
        about: "Certificates of public authorities may live 398 days, 200 from 2026-03-15, 100 from 2027-03-15, 47 from 2029-03-15. Browsers refuse those that live longer.",
        example: "gaia cert check --cert ten-years.pem\n",
        fix: "Have it issued for a shorter time.",
    }
    /// A public certificate is in no transparency log.
    CERT_LOGS = "GA1012" "cert-logs" Warning {
        about: "The certificate is of a public authority and carries no proof that it was logged. Browsers refuse it, unless the server sends proofs of its own.",
        example: "gaia cert check --cert no-sct.pem\n",
        fix: "Have it issued anew.",
    }
    /// ACM will not take the certificate.
    CERT_ACM = "GA1013" "cert-acm" Error {
        about: "What the ARN names is not there, was not imported (ACM renews its own certificates and takes no others in their place), has another kind of key, or loses a usage: ACM imports onto an ARN only what is of the same kind.",
        example: "gaia cert rotate www -s dev --acm-arn arn:aws:acm:eu-west-1:123456789012:certificate/issued-by-acm\n",
        fix: "Import the certificate under an ARN of its own, and change the listeners; or have it issued for the same kind of key.",
    }
    /// A secret cannot take the certificate.
    CERT_SECRET = "GA1014" "cert-secret" Error {
        about: "The secret is missing, will be deleted, holds no JSON object, is larger than 64 KiB, or is rotated by AWS itself.",
        example: "gaia cert rotate www -s dev --secret www-tls\n",
        fix: "Restore the secret, or name another one.",
    }
    /// Another rotation is under way.
    CERT_LOCKED = "GA1015" "cert-locked" Error {
        about: "A version of the secret has the stage AWSPENDING and is not this run's. Somebody rotates it now, or did not end it.",
        example: "aws secretsmanager describe-secret --secret-id www-tls\n",
        fix: "Let it end: `gaia cert resume RUN` or `gaia cert rollback RUN`. A stage that nobody works on is removed by `aws secretsmanager update-secret-version-stage --version-stage AWSPENDING --remove-from-version-id ID`.",
    }
    /// Rights in Kubernetes are missing.
    CERT_RIGHTS = "GA1016" "cert-rights" Error {
        about: "Kubernetes would refuse a step of the rotation to these credentials.",
        example: "kubectl auth can-i patch externalsecrets -n web\n",
        fix: "Have the verb allowed on the resource in the namespace.",
    }
    /// A secret in Kubernetes cannot be rotated.
    CERT_KUBERNETES = "GA1017" "cert-kubernetes" Error {
        about: "It is not there, not of the type `kubernetes.io/tls`, immutable, or belongs to cert-manager; or what makes it (External Secrets) is not ready before anything is changed, reads another secret, or never reads again.",
        example: "kubectl get externalsecret www -n web\n",
        fix: "Put that right first: a step that fails before it begins is not repaired by a new certificate.",
    }
    /// A step could not be undone.
    CERT_UNDO = "GA1018" "cert-undo" Error {
        about: "The private key of the certificate in use is nowhere to be found, or that certificate has ended: should a later step fail, there would be no way back.",
        example: "gaia cert rotate www -s dev --only acm\n",
        fix: "Give the old key (`--rollback-key FILE`), or accept it: `--accept-irreversible`.",
    }
    /// The credentials are of another account.
    CERT_IDENTITY = "GA1019" "cert-identity" Error {
        about: "AWS says that the credentials belong to another account than the stack's, or than the one that the ARN names; or the context of Kubernetes leads to another cluster than the stack's.",
        example: "AWS_PROFILE=dev gaia cert rotate www -s prod\n",
        fix: "Log in to the right account: `--profile NAME`. Name the right context, or correct the `cluster` beside it.",
    }
    /// An endpoint cannot be asked.
    CERT_ENDPOINT = "GA1020" "cert-endpoint" Error {
        about: "An address does not answer, or not with TLS; or it serves an incomplete chain or another certificate than it should.",
        example: "gaia cert check www.example.org:443\n",
        fix: "Start the server, or name the address and port that serve the certificate.",
    }
    /// Copies of a certificate differ.
    CERT_COPIES = "GA1021" "cert-copies" Error {
        about: "ACM, Secrets Manager, Kubernetes and the endpoints do not hold the same certificate. A rotation was left halfway, or a copy is not brought up to date.",
        example: "gaia cert status -s dev\n",
        fix: "Rotate once more, or bring the copy up to date that lags behind.",
    }
    /// A certificate is revoked.
    CERT_REVOKED = "GA1022" "cert-revoked" Error {
        about: "The list of its issuer says that the certificate, or one above it, is no longer valid: its key may have been stolen. A list that cannot be had is a note.",
        example: "gaia cert check www.example.org:443\n",
        fix: "Have another one issued, with a new key.",
    }
}
