# shellcheck shell=bash
# Builds what is missing or older than its sources.

readonly WAR="$HOUSE/helpdesk-war/target/ROOT.war"
readonly PAYARA="$HOUSE/helpdesk-war/target/payara-micro.jar"
readonly RELAY_LIB="$HOUSE/remote-engine/relay/target/dist/lib"
readonly KITS="$HOUSE/applet/target/kits"
readonly BUILD_STAMP="$HOUSE/target/built"

# True when an artefact is missing or anything it is made of changed since the last build.
build_needed() {
  local newer
  [ -e "$WAR" ] && [ -e "$PAYARA" ] && [ -d "$RELAY_LIB" ] && [ -e "$BUILD_STAMP" ] || return 0
  # Folders count too: a deleted file is a change.
  newer="$(find "$HOUSE"/pom.xml "$HOUSE"/*/pom.xml "$HOUSE"/remote-engine/*/pom.xml \
    "$HOUSE"/*/src/main "$HOUSE"/remote-engine/*/src/main -newer "$BUILD_STAMP" -print -quit 2>/dev/null)"
  [ -n "$newer" ]
}

build() {
  local started="$HOUSE/target/building"
  find_maven
  say 'Building Beistand (the first time downloads what it is made of) ...'
  mkdir -p "$HOUSE/target"
  # The stamp says when the build began: what is edited meanwhile is built next time.
  : >"$started"
  maven -q package -DskipTests -Dspotless.check.skip -pl '!system-tests' || fail 'the build failed, see above'
  mv "$started" "$BUILD_STAMP"
}

build_if_needed() {
  if build_needed; then build; fi
  build_kit_if_needed
}

platform_of_this_machine() {
  case "$(uname -sm)" in
    'Linux x86_64') say linux-x64 ;;
    *) say '' ;;
  esac
}

kit_of() {
  say "$KITS/beistand-support-$1.tar.gz"
}

build_kit_if_needed() {
  local platform kit
  platform="$(platform_of_this_machine)"
  [ -n "$platform" ] || return 0
  kit="$(kit_of "$platform")"
  if [ ! -e "$kit" ] || [ "$BUILD_STAMP" -nt "$kit" ]; then
    build_kit "$platform" "$JAVA_HOME"
  fi
}

# Builds the applet kit of platform $1 with the run-time parts of JDK $2, and with video library $3 if there is one.
build_kit() {
  local video=()
  [ -z "${3-}" ] || video=(--video "$3")
  say "Building the applet kit for $1 ..."
  "$JAVA_HOME/bin/java" -cp "$HOUSE/applet/target/dist/lib/*" org.beistand.applet.kit.BuildKit \
    --platform "$1" --jdk "$2" --out "$KITS" "${video[@]}" || fail "the applet kit for $1 could not be built"
}

# beistand package applet --platform P [--jdk DIR] [--video LIBRARY]
package() {
  local what="${1-}" platform='' jdk='' video=''
  [ "$what" = applet ] || usage_error "package what? (only: applet)"
  shift
  while [ $# -gt 0 ]; do
    case "$1" in
      --platform) platform="${2-}"; shift ;;
      --jdk) jdk="${2-}"; shift ;;
      --video) video="${2-}"; shift ;;
      *) usage_error "package applet does not know $1" ;;
    esac
    shift || usage_error 'the last option lacks its value'
  done
  [[ " $PLATFORMS " == *" $platform "* ]] || usage_error "--platform must be one of: $PLATFORMS"
  find_jdk
  [ "$(jdk_release "${jdk:-$JAVA_HOME}")" -ge "$JDK_WANTED" ] || fail "$jdk is no JDK $JDK_WANTED"
  if build_needed; then build; fi
  build_kit "$platform" "${jdk:-$JAVA_HOME}" "$video"
  say "Built $(kit_of "$platform")"
}

format_sources() {
  [ $# -eq 0 ] || usage_error "fmt takes no argument: $1"
  find_jdk
  find_maven
  maven -q spotless:apply
}
