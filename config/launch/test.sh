# shellcheck shell=bash
# beistand test: everything that can be checked, with one line of figures at the end.

run_tests() {
  local what="${1-all}" failed=0
  [ $# -le 1 ] || usage_error "test takes one kind at most, not: $*"
  [[ "$what" =~ ^(all|unit|it|e2e)$ ]] || usage_error "test what? (unit, it, e2e, or nothing for all)"
  require_test_packages
  find_jdk
  find_maven
  # No window server but the tests' own, and no setting of whoever runs this.
  unset DISPLAY WAYLAND_DISPLAY JAVA_TOOL_OPTIONS "${!BEISTAND_@}"
  forget_old_reports
  case "$what" in
    unit) maven_tests verify -DskipITs -pl '!system-tests' || failed=1 ;;
    it) maven_tests verify -Dsurefire.skip=true -pl '!system-tests' || failed=1 ;;
    e2e) test_whole_product || failed=1 ;;
    all)
      maven_tests verify -pl '!system-tests' || failed=1
      test_whole_product || failed=1
      ;;
  esac
  report_tests || failed=1
  exit "$failed"
}

# Every module is tested even when an earlier one has failures: the figures below tell.
maven_tests() {
  maven -Dmaven.test.failure.ignore=true "$@"
}

test_whole_product() {
  build_if_needed
  maven_tests verify -pl system-tests
}

forget_old_reports() {
  find "$HOUSE" -path '*/target/*-reports/TEST-*.xml' -delete
}

# Prints the sum over all reports, alone on the last line; fails when a test failed or none ran.
report_tests() {
  local figures passed failed skipped
  figures="$(find "$HOUSE" -path '*/target/*-reports/TEST-*.xml' -exec awk '
    function figure(name) { return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : 0 }
    /<testsuite / { seen[FILENAME] = 1 }
    FILENAME in seen && !(FILENAME in done) && / tests="/ {
      done[FILENAME] = 1; all += figure("tests"); bad += figure("failures") + figure("errors"); skip += figure("skipped")
    }
    END { print all + 0, bad + 0, skip + 0 }' {} +)"
  read -r passed failed skipped < <(awk '{ a += $1; b += $2; s += $3 } END { print a - b - s, b + 0, s + 0 }' <<<"$figures")
  list_failures
  # Maven leaves the cursor behind colour codes; the figures get a line of their own.
  printf '\n'
  say "$passed passed, $failed failed, $skipped skipped"
  [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
}

# The names of the failed tests, where one looks first: just above the figures.
list_failures() {
  find "$HOUSE" -path '*/target/*-reports/TEST-*.xml' -exec awk '
    /<testcase / { name = $0; sub(/.* name="/, "", name); sub(/".*/, "", name)
                   class = $0; sub(/.* classname="/, "", class); sub(/".*/, "", class) }
    /<(failure|error)[ >]/ { print "FAILED " class "." name }' {} +
}

run_benchmarks() {
  local name='' events='' modules=() result="$HOUSE/helpdesk-war/target/bench.txt"
  while [ $# -gt 0 ]; do
    case "$1" in
      --events)
        [[ "${2-}" =~ ^[0-9]+$ ]] || usage_error '--events lacks its number'
        events="$2"
        shift
        ;;
      *)
        [ -z "$name" ] || usage_error "bench takes one name at most, not also: $1"
        name="$1"
        ;;
    esac
    shift
  done
  find_jdk
  find_maven
  case "$name" in
    # How late the answer to a key is shown while the whole screen changes.
    busy)
      run_on_product BusyScreenRun
      return
      ;;
    # Ten minutes of faults.
    faults)
      run_on_product FaultsRun -Dfaults.seconds="${BEISTAND_FAULTS_SECONDS:-600}" \
        -Dfaults.seed="${BEISTAND_FAULTS_SEED:-$RANDOM}"
      return
      ;;
  esac
  # The name of one benchmark is also where it lives: nothing else need be built for it.
  case "$name" in
    tickets | deliveries | backlog | chaos | hang) modules=(-pl helpdesk-war -am) ;;
    picture | stages) modules=(-pl applet -am) ;;
    relay) modules=(-pl remote-engine/relay -am) ;;
    '') ;;
    *) usage_error "there is no benchmark called $name" ;;
  esac
  rm -f "$result"
  maven -q -Pbench verify -DskipTests -Dbench="$name" -Dbench.events="$events" "${modules[@]}" ||
    fail "the benchmark $name failed or was stopped (exit code $?), see above"
  case "$name" in
    deliveries | backlog | chaos | hang)
      [ -s "$result" ] || fail "the benchmark $name ended without a result"
      cat "$result"
      ;;
  esac
}

# beistand fuzz: mutated frames at every decoder; the same seed gives the same frames. A failure names the frame.
run_fuzz() {
  local frames=1000000 seed="$RANDOM"
  while [ $# -gt 0 ]; do
    [ $# -ge 2 ] || usage_error "$1 lacks its value"
    case "$1" in
      --frames) frames="$2" ;;
      --seed) seed="$2" ;;
      *) usage_error "fuzz does not know $1" ;;
    esac
    shift 2
  done
  [[ "$frames$seed" =~ ^[0-9]+$ ]] || usage_error '--frames and --seed are numbers'
  find_jdk
  find_maven
  say "Fuzzing: $frames frames in Java and in the browser, pictures there a hundredth of that (seed $seed) ..."
  # Surefire hands -D properties on to the tests.
  maven -q verify -pl remote-engine/protocol,remote-engine/viewer -am -Dsurefire.failIfNoSpecifiedTests=false \
    -Dfailsafe.failIfNoSpecifiedTests=false -Dtest=FrameFuzzTest -Dit.test='HostileFramesIT,DamagedPictureIT' \
    -Dfuzz.frames="$frames" -Dfuzz.rounds="$frames" -Dfuzz.pictures="$((frames / 100 + 1))" -Dfuzz.seed="$((seed + 1))" ||
    fail "a decoder failed with seed $seed, see above"
  say "No decoder did anything but decode or refuse (seed $seed)."
}

# What measures a product of its own: the name of its class, and its settings.
run_on_product() {
  local class="$1"
  shift
  require_test_packages
  build_if_needed
  unset DISPLAY WAYLAND_DISPLAY
  maven -q verify -pl system-tests -Dsurefire.skip=true -Dit.test="$class" "$@"
}
