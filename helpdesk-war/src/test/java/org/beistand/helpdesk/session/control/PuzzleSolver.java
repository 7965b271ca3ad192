package org.beistand.helpdesk.session.control;

import java.util.StringJoiner;

/** What the browser's script does, and how many hashes it took. */
final class PuzzleSolver {

    private long hashes;

    long hashes() {
        return hashes;
    }

    String solve(String challenge) {
        var bits = Integer.parseInt(challenge.split("\\.", -1)[1]);
        var counters = new StringJoiner(",");
        for (var puzzle = 0; puzzle < PinBudget.PUZZLES; puzzle++) {
            counters.add(Long.toString(counter(challenge + ":" + puzzle + ":", bits)));
        }
        return challenge + ":" + counters;
    }

    private long counter(String prefix, int bits) {
        var counter = 0L;
        while (true) {
            hashes++;
            if (ProofOfWork.leadingZeroBits(ProofOfWork.sha256(prefix + counter)) >= bits) {
                return counter;
            }
            counter++;
        }
    }
}
