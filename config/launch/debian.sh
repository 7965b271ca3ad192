# shellcheck shell=bash
# What the tests need from the machine, as Debian packages.

# command (or file) that proves the package is there : package
readonly TEST_NEEDS='mvn:maven chromium:chromium Xvfb:xvfb openbox:openbox xterm:xterm xdotool:xdotool xclip:xclip
  /usr/sbin/samba:samba /usr/share/samba/setup/ad-schema:samba-ad-provision /usr/share/doc/samba-dsdb-modules:samba-dsdb-modules
  /usr/share/doc/samba-vfs-modules:samba-vfs-modules openssl:openssl
  xwininfo:x11-utils xsetroot:x11-xserver-utils import:imagemagick xkbcomp:x11-xkb-utils /usr/share/doc/libvpx7:libvpx7 tar:tar flock:util-linux
  /usr/share/fonts/truetype/dejavu:fonts-dejavu-core /usr/share/fonts/truetype/liberation:fonts-liberation'

missing_packages() {
  local need proof
  for need in $TEST_NEEDS; do
    proof="${need%%:*}"
    [ -e "$proof" ] || command -v "$proof" >/dev/null || printf '%s ' "${need#*:}"
  done
}

is_debian_root() {
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null
}

# Installs what is missing when root on Debian, else says what to install.
require_test_packages() {
  local missing packages
  missing="$(missing_packages)"
  [ -n "$missing" ] || return 0
  is_debian_root || fail "the tests need these Debian packages: $missing(as root, ./beistand test installs them)"
  say "Installing $missing..."
  read -ra packages <<<"$missing"
  export DEBIAN_FRONTEND=noninteractive
  apt_get update || fail 'could not read the package lists'
  apt_get install --no-install-recommends "${packages[@]}" || fail "could not install: $missing"
}

apt_get() {
  local attempt
  for attempt in 1 2 3; do
    apt-get -y -qq -o Acquire::Retries=3 "$@" </dev/null && return
    say "apt-get $1 failed (attempt $attempt of 3)"
  done
  return 1
}
