package org.beistand.helpdesk.directory.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.beistand.helpdesk.directory.entity.DirectoryGroup;
import org.beistand.helpdesk.directory.entity.DirectoryPerson;
import org.beistand.helpdesk.directory.entity.DirectoryRun;
import org.beistand.helpdesk.directory.entity.LinkProposal;

/** What the current company knows of its directory: groups that mean something, people, proposals, and the imports so far. */
@ApplicationScoped
public class DirectoryPeople {

    @PersistenceContext(unitName = "helpdesk")
    EntityManager entities;

    /** By name. */
    public List<DirectoryGroup> groups() {
        return entities.createQuery("from DirectoryGroup order by name, id", DirectoryGroup.class)
                .getResultList();
    }

    public Optional<DirectoryGroup> group(UUID id) {
        return Optional.ofNullable(entities.find(DirectoryGroup.class, id));
    }

    public void add(DirectoryGroup group) {
        entities.persist(group);
    }

    public void remove(DirectoryGroup group) {
        entities.remove(group);
    }

    public List<DirectoryPerson> people() {
        return entities.createQuery("from DirectoryPerson", DirectoryPerson.class)
                .getResultList();
    }

    public Optional<DirectoryPerson> ofAccount(UUID account) {
        return entities.createQuery("from DirectoryPerson where accountId = :account", DirectoryPerson.class)
                .setParameter("account", account)
                .getResultStream()
                .findFirst();
    }

    public void add(DirectoryPerson person) {
        entities.persist(person);
    }

    /** By name. */
    public List<LinkProposal> proposals() {
        return entities.createQuery("from LinkProposal order by displayName, id", LinkProposal.class)
                .getResultList();
    }

    /** Those that wait for an administrator's word. */
    public Stream<LinkProposal> openProposals() {
        return proposals().stream().filter(proposal -> proposal.state() == LinkProposal.State.OPEN);
    }

    public Optional<LinkProposal> proposal(UUID id) {
        return Optional.ofNullable(entities.find(LinkProposal.class, id));
    }

    public void add(LinkProposal proposal) {
        entities.persist(proposal);
    }

    public void remove(LinkProposal proposal) {
        entities.remove(proposal);
    }

    public void add(DirectoryRun run) {
        entities.persist(run);
    }

    /** Newest first. */
    public List<DirectoryRun> runs(int count) {
        return entities.createQuery("from DirectoryRun order by beganAt desc, id", DirectoryRun.class)
                .setMaxResults(count)
                .getResultList();
    }
}
