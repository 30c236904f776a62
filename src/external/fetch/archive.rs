//! Archives, unpacked by the name of their file or by `?archive=`.

use super::cache;
use crate::error::{Error, Result};
use flate2::read::GzDecoder;
use std::io::{Cursor, Read};
use std::path::{Component, Path, PathBuf};

/// How to unpack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Tar,
    TarGz,
    Gz,
    Zip,
}

/// The most that an archive may hold: one that holds more means harm.
const MAX_BYTES: u64 = 512 << 20;
const MAX_FILES: usize = 100_000;

impl Kind {
    /// The kind of the file of that name; `archive=` names another, or none with `false`.
    ///
    /// # Errors
    /// An archive of a kind that is not unpacked.
    pub(super) fn of(location: &str, asked: Option<&str>) -> Result<Option<Self>> {
        const KINDS: [(&str, Kind); 5] =
            [("tar.gz", Kind::TarGz), ("tgz", Kind::TarGz), ("tar", Kind::Tar), ("zip", Kind::Zip), ("gz", Kind::Gz)];
        const OTHERS: [&str; 9] = ["tar.bz2", "tbz2", "bz2", "tar.xz", "txz", "xz", "tar.zst", "tzst", "zst"];
        let named = |name: &str| match asked {
            Some(asked) => asked == name,
            None => location.strip_suffix(name).is_some_and(|rest| rest.ends_with('.')),
        };
        if matches!(asked, Some("false" | "0")) {
            return Ok(None);
        }
        if let Some((_, kind)) = KINDS.iter().find(|(name, _)| named(name)) {
            return Ok(Some(*kind));
        }
        match OTHERS.iter().find(|name| named(name)).copied().or(asked) {
            Some(other) => Err(Error::new(format!("`{other}` archives are not unpacked"))
                .hint("tar, tar.gz, gz and zip are; or vendor the files")),
            None => Ok(None),
        }
    }
}

/// Unpacks files and directories into an empty directory; links are left out. A single compressed file keeps its name
/// but for the extension.
pub(super) fn unpack(kind: Kind, bytes: &[u8], into: &Path, name: &str) -> Result<()> {
    let mut room = Room { bytes: MAX_BYTES, files: MAX_FILES };
    let unpacked = match kind {
        Kind::Tar => tar(bytes, into, &mut room),
        Kind::TarGz => tar(GzDecoder::new(bytes), into, &mut room),
        Kind::Gz => room.read(GzDecoder::new(bytes)).and_then(|text| {
            let name = name.strip_suffix(".gz").filter(|name| !name.is_empty()).unwrap_or("file");
            cache::write(&into.join(name), &text)
        }),
        Kind::Zip => zip(bytes, into, &mut room),
    };
    unpacked.map_err(|e| e.context("the archive cannot be unpacked"))
}

fn tar(archive: impl Read, into: &Path, room: &mut Room) -> Result<()> {
    let mut archive = tar::Archive::new(archive);
    for entry in archive.entries().map_err(|e| broken(&e))? {
        let entry = entry.map_err(|e| broken(&e))?;
        if !entry.header().entry_type().is_file() {
            continue;
        }
        let path = entry.path().map_err(|e| broken(&e))?.into_owned();
        let bytes = room.read(entry)?;
        cache::write(&into.join(inside(&path)?), &bytes)?;
    }
    Ok(())
}

fn zip(bytes: &[u8], into: &Path, room: &mut Room) -> Result<()> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|e| broken(&e))?;
    for index in 0..archive.len() {
        let entry = archive.by_index(index).map_err(|e| broken(&e))?;
        if !entry.is_file() {
            continue;
        }
        let path = PathBuf::from(entry.name().map_err(|e| broken(&e))?.as_ref());
        let bytes = room.read(entry)?;
        cache::write(&into.join(inside(&path)?), &bytes)?;
    }
    Ok(())
}

/// What may still be unpacked.
struct Room {
    bytes: u64,
    files: usize,
}

impl Room {
    fn read(&mut self, from: impl Read) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        from.take(self.bytes + 1).read_to_end(&mut bytes).map_err(|e| broken(&e))?;
        let length = bytes.len() as u64;
        if length > self.bytes || self.files == 0 {
            return Err(Error::new(format!("it holds more than {} MiB or {MAX_FILES} files", MAX_BYTES >> 20)));
        }
        self.bytes -= length;
        self.files -= 1;
        Ok(bytes)
    }
}

/// A path that stays inside.
fn inside(path: &Path) -> Result<&Path> {
    let stays = path.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    if stays { Ok(path) } else { Err(Error::new(format!("`{}` leads out of it", path.display()))) }
}

fn broken(why: &dyn std::fmt::Display) -> Error {
    Error::new(why.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::{Compression, write::GzEncoder};
    use std::io::Write;

    fn gz(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(bytes).expect("written");
        encoder.finish().expect("compressed")
    }

    /// A tar file with one file, whose name nobody checks.
    fn tar_of(name: &str, text: &str) -> Vec<u8> {
        let mut header = tar::Header::new_gnu();
        header.as_old_mut().name[..name.len()].copy_from_slice(name.as_bytes());
        header.set_size(text.len() as u64);
        header.set_mode(0o644);
        header.set_cksum();
        let mut builder = tar::Builder::new(Vec::new());
        builder.append(&header, text.as_bytes()).expect("appended");
        builder.into_inner().expect("finished")
    }

    fn zip_of(name: &str, text: &str) -> Vec<u8> {
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        writer.start_file(name, zip::write::SimpleFileOptions::default()).expect("started");
        writer.write_all(text.as_bytes()).expect("written");
        writer.finish().expect("finished").into_inner()
    }

    fn unpacked(kind: Kind, bytes: &[u8], name: &str) -> Result<String> {
        let dir = tempfile::TempDir::new().expect("a directory");
        unpack(kind, bytes, dir.path(), "x.yaml.gz")?;
        Ok(std::fs::read_to_string(dir.path().join(name)).expect(name))
    }

    #[test]
    fn every_kind_is_unpacked() {
        let tar = tar_of("a/x.yaml", "a: 1");
        assert_eq!(unpacked(Kind::Tar, &tar, "a/x.yaml").expect("tar"), "a: 1");
        assert_eq!(unpacked(Kind::TarGz, &gz(&tar), "a/x.yaml").expect("tar.gz"), "a: 1");
        assert_eq!(unpacked(Kind::Gz, &gz(b"a: 1"), "x.yaml").expect("gz"), "a: 1");
        assert_eq!(unpacked(Kind::Zip, &zip_of("a/x.yaml", "a: 1"), "a/x.yaml").expect("zip"), "a: 1");
    }

    #[test]
    fn nothing_is_written_outside() {
        for name in ["../x.yaml", "/x.yaml", "a/../../x.yaml"] {
            for (kind, bytes) in [(Kind::Tar, tar_of(name, "")), (Kind::Zip, zip_of(name, ""))] {
                let error = unpacked(kind, &bytes, "none").expect_err(name);
                assert!(error.message().contains("leads out of it"), "{name}: {error}");
            }
        }
        assert!(unpacked(Kind::Zip, b"no zip", "none").is_err());
    }
}
