package org.beistand.applet.encode;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** {@code ./beistand bench stages}: what each stage of a picture costs alone; docs/benchmarks/stages.md has results. */
public final class StageBenchmarks {

    private StageBenchmarks() {}

    public static void main(String[] arguments) throws RunnerException {
        if (arguments.length == 0 || !arguments[0].equals("stages")) {
            return;
        }
        new Runner(new OptionsBuilder()
                        .include("org.beistand.*Benchmark")
                        .mode(Mode.AverageTime)
                        .timeUnit(TimeUnit.MICROSECONDS)
                        .forks(1)
                        .jvmArgs("--enable-native-access=ALL-UNNAMED", "-Djava.awt.headless=true", "-XX:+UseSerialGC")
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.seconds(1))
                        .shouldFailOnError(true)
                        .build())
                .run();
    }
}
