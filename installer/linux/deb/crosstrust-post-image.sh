# Run by jpackage in the root of what it is about to pack. Links to where paths and desktops look are
# files of the package: dpkg adds and removes them, and tells the desktop, where there is one.
set -eu

link() {
  mkdir -p "$(dirname "$2")"
  ln -s "/opt/crosstrust/$1" "$2"
}

link bin/crosstrust usr/bin/crosstrust
link lib/crosstrust.desktop usr/share/applications/crosstrust.desktop
link lib/icon/crosstrust.svg usr/share/icons/hicolor/scalable/apps/crosstrust.svg
for size in 16 24 32 48 64 128 256 512; do
  link "lib/icon/crosstrust-$size.png" "usr/share/icons/hicolor/${size}x$size/apps/crosstrust.png"
done

# So nothing has to be run as root to install or to remove it.
rm DEBIAN/preinst DEBIAN/postinst DEBIAN/prerm DEBIAN/postrm
