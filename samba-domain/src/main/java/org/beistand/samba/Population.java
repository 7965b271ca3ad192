package org.beistand.samba;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Who and what is in the domain. People with a password sign in with {@link SambaDomain#PASSWORD}.
 *
 * <p>Group Helpdesk has Anna and two people with difficult names as members, Paul by his primary group, and group Nacht
 * with Nina in it, which has Helpdesk as a member again. Dora is disabled, Eva expired, Mia must change her password.
 * Group Leitung has Lea; group Menge has 1,200 people.
 */
public final class Population {

    public static final String PEOPLE = "OU=Leute," + SambaDomain.BASE;
    public static final String ELSEWHERE = "OU=Außenstelle," + SambaDomain.BASE;
    public static final String HELPDESK = "CN=Helpdesk," + PEOPLE;
    public static final String NIGHT = "CN=Nacht," + PEOPLE;
    public static final String LEADERS = "CN=Leitung," + PEOPLE;
    public static final String CROWD = "CN=Menge," + PEOPLE;
    public static final int CROWD_SIZE = 1200;

    public static final String ANNA = "CN=Anna Schulz," + PEOPLE;
    public static final String COMMA = "CN=Weiß\\, Jürgen," + PEOPLE;
    public static final String ODD = "CN=\\#1 \\\"Zoë\\\" \\+ Co/KG (Süd*)," + PEOPLE;
    public static final String NINA = "CN=Nina Nacht," + PEOPLE;
    public static final String PAUL = "CN=Paul Primär," + PEOPLE;
    public static final String LEA = "CN=Lea Leitung," + PEOPLE;

    /** A computer. */
    public static final String COMPUTER = "CN=PC-1042," + PEOPLE;

    private Population() {}

    /** Each of them added at once. */
    static List<List<String>> all() {
        return List.of(places(), people(), crowd(), groups());
    }

    private static List<String> places() {
        List<String> ldif = new ArrayList<>();
        for (String place : List.of(PEOPLE, ELSEWHERE)) {
            ldif.addAll(List.of(line("dn", place), "objectClass: organizationalUnit", ""));
        }
        return ldif;
    }

    private static List<String> people() {
        List<String> ldif = new ArrayList<>();
        ldif.addAll(person("CN=Beistand," + PEOPLE, "svc-beistand", "Beistand", "", 66048));
        ldif.addAll(person(ANNA, "anna.schulz", "Anna Schulz", "anna.schulz@beistand.test", 512));
        ldif.addAll(person(COMMA, "juergen.weiss", "Weiß, Jürgen", "juergen.weiss@beistand.test", 512));
        ldif.addAll(person(ODD, "zoe", "#1 \"Zoë\" + Co/KG (Süd*)", "zoe@beistand.test", 512));
        ldif.addAll(person(NINA, "nina", "Nina Nacht", "nina@beistand.test", 512));
        ldif.addAll(person(PAUL, "paul", "Paul Primär", "paul@beistand.test", 512));
        ldif.addAll(person(LEA, "lea", "Lea Leitung", "lea@beistand.test", 512));
        ldif.addAll(person("CN=Dora Dunkel," + PEOPLE, "dora", "Dora Dunkel", "dora@beistand.test", 514));
        var eva = person("CN=Eva Ende," + PEOPLE, "eva", "Eva Ende", "eva@beistand.test", 512);
        eva.add(eva.size() - 1, "accountExpires: 132223104000000000");
        ldif.addAll(eva);
        var mia = person("CN=Mia Muss," + PEOPLE, "mia", "Mia Muss", "mia@beistand.test", 512);
        mia.add(mia.size() - 1, "pwdLastSet: 0");
        ldif.addAll(mia);
        ldif.addAll(List.of(
                line("dn", COMPUTER),
                "objectClass: computer",
                "sAMAccountName: PC-1042$",
                "dNSHostName: pc-1042.beistand.test",
                "userAccountControl: 4096",
                ""));
        return ldif;
    }

    private static List<String> crowd() {
        List<String> ldif = new ArrayList<>();
        for (int i = 0; i < CROWD_SIZE; i++) {
            ldif.addAll(List.of(
                    line("dn", crowdMember(i)),
                    "objectClass: user",
                    "sAMAccountName: menge" + i,
                    "displayName: Mensch " + i,
                    "userAccountControl: 544",
                    ""));
        }
        return ldif;
    }

    /** One of the crowd, from 0. */
    public static String crowdMember(int number) {
        return "CN=Mensch " + number + "," + PEOPLE;
    }

    private static List<String> groups() {
        List<String> ldif = new ArrayList<>();
        ldif.addAll(group(
                HELPDESK,
                "Helpdesk",
                List.of(
                        ANNA,
                        COMMA,
                        ODD,
                        "CN=Dora Dunkel," + PEOPLE,
                        "CN=Eva Ende," + PEOPLE,
                        "CN=Mia Muss," + PEOPLE)));
        ldif.addAll(group(NIGHT, "Nacht", List.of(NINA, HELPDESK)));
        ldif.addAll(List.of(line("dn", HELPDESK), "changetype: modify", "add: member", line("member", NIGHT), ""));
        ldif.addAll(group(LEADERS, "Leitung", List.of(LEA, ANNA)));
        List<String> crowd = new ArrayList<>();
        for (int i = 0; i < CROWD_SIZE; i++) {
            crowd.add(crowdMember(i));
        }
        ldif.addAll(group(CROWD, "Menge", crowd));
        return ldif;
    }

    private static List<String> group(String dn, String name, List<String> members) {
        List<String> ldif =
                new ArrayList<>(List.of(line("dn", dn), "objectClass: group", line("sAMAccountName", name)));
        members.forEach(member -> ldif.add(line("member", member)));
        ldif.add("");
        return ldif;
    }

    /** A person with the usual password, as LDIF, ended by a blank line. */
    public static List<String> person(String dn, String account, String name, String mail, int control) {
        List<String> ldif = new ArrayList<>(List.of(
                line("dn", dn),
                "objectClass: user",
                "sAMAccountName: " + account,
                "userPrincipalName: " + account + "@beistand.test",
                line("displayName", name),
                line("department", "Technik"),
                line("unicodePwd", ('"' + SambaDomain.PASSWORD + '"').getBytes(StandardCharsets.UTF_16LE)),
                "userAccountControl: " + control));
        if (!mail.isEmpty()) {
            ldif.add(line("mail", mail));
        }
        ldif.add("");
        return ldif;
    }

    /** One attribute; base64, so that any value may stand there. */
    public static String line(String attribute, String value) {
        return line(attribute, value.getBytes(StandardCharsets.UTF_8));
    }

    static String line(String attribute, byte[] value) {
        return attribute + ":: " + Base64.getEncoder().encodeToString(value);
    }
}
