package org.beistand.helpdesk.identity.control;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.beistand.engine.protocol.grant.Permission;
import org.beistand.helpdesk.platform.security.Role;

/**
 * What a technician may ask a customer for, and why. Pure: the same facts give the same decision. The decision is the
 * ceiling that a session grant carries; below it, the customer's consent decides.
 */
public final class Rights {

    /** What this release can do at all; the rest of the enumeration waits for its own issue. */
    private static final Set<Permission> BUILT = EnumSet.of(
            Permission.VIEW,
            Permission.CONTROL,
            Permission.CLIPBOARD_IN,
            Permission.CLIPBOARD_OUT,
            Permission.FILE_READ,
            Permission.FILE_WRITE,
            Permission.RECORD,
            Permission.INVITE,
            Permission.TRANSFER);

    private Rights() {}

    /** Decides every permission for one technician in one company. */
    public static Decision policy(Facts facts) {
        Map<Permission, Verdict> verdicts = new EnumMap<>(Permission.class);
        for (Permission permission : Permission.values()) {
            verdicts.put(permission, verdict(permission, facts));
        }
        return new Decision(verdicts);
    }

    private static Verdict verdict(Permission permission, Facts facts) {
        if (!facts.technicianActive()) {
            return new Verdict(false, Reason.TECHNICIAN_INACTIVE);
        }
        if (!facts.companyActive()) {
            return new Verdict(false, Reason.COMPANY_CLOSED);
        }
        if (!BUILT.contains(permission)) {
            return new Verdict(false, Reason.NOT_IN_THIS_RELEASE);
        }
        if (facts.deniedByCompany().contains(permission)) {
            return new Verdict(false, Reason.COMPANY_POLICY);
        }
        if (permission == Permission.TRANSFER && !facts.leads()) {
            return new Verdict(false, Reason.NOT_LEADING);
        }
        return new Verdict(true, Reason.ROLE);
    }

    /**
     * What the decision rests on.
     *
     * @param role the technician's role; every role may help customers
     * @param leads whether the technician leads the session; only who leads may hand it over
     * @param deniedByCompany what the company's settings forbid everybody
     */
    public record Facts(
            Role role,
            boolean technicianActive,
            boolean companyActive,
            boolean leads,
            Set<Permission> deniedByCompany) {

        public Facts {
            deniedByCompany = Set.copyOf(deniedByCompany);
        }
    }

    /** A verdict for every permission. */
    public record Decision(Map<Permission, Verdict> verdicts) {

        public Decision {
            verdicts = Map.copyOf(verdicts);
        }

        /** The ceiling for a session grant. */
        public Set<Permission> allowed() {
            return verdicts.entrySet().stream()
                    .filter(entry -> entry.getValue().allowed())
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(Permission.class)));
        }

        public Verdict of(Permission permission) {
            return verdicts.getOrDefault(permission, new Verdict(false, Reason.NOT_IN_THIS_RELEASE));
        }
    }

    /** Yes or no, and what decided. */
    public record Verdict(boolean allowed, Reason reason) {}

    /** What decided; each has a text {@code rights.<name>} in the identity bundle. */
    public enum Reason {
        ROLE,
        COMPANY_POLICY,
        TECHNICIAN_INACTIVE,
        COMPANY_CLOSED,
        NOT_LEADING,
        NOT_IN_THIS_RELEASE;

        public String textKey() {
            return "rights." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
