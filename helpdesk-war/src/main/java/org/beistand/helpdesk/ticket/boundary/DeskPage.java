package org.beistand.helpdesk.ticket.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.beistand.helpdesk.platform.faces.Texts;
import org.beistand.helpdesk.ticket.boundary.TicketView.ChannelView;
import org.beistand.helpdesk.ticket.control.TicketRow;
import org.beistand.helpdesk.ticket.control.Tickets;
import org.beistand.helpdesk.ticket.entity.TicketPriority;
import org.beistand.helpdesk.ticket.entity.TicketState;
import org.jspecify.annotations.Nullable;

/** The lists of {@code /desk/}: which one, with which filters, and its rows. Everything is in the address. */
@Named
@RequestScoped
public class DeskPage {

    private static final String TEXTS = "org.beistand.helpdesk.ticket.messages";

    private @Nullable ListAddress address;
    private Tickets.@Nullable Page page;

    @Inject
    TicketListing listing;

    @Inject
    Texts texts;

    /** One of the lists to choose from. */
    public record ListLink(String name, String label, String query, String count, boolean current) {}

    public ListAddress getAddress() {
        var known = address;
        if (known == null) {
            Map<String, String> parameters =
                    FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
            known = ListAddress.read(parameters);
            address = known;
        }
        return known;
    }

    public List<TicketRow> getRows() {
        return page().rows();
    }

    public List<ListLink> getLists() {
        return ListAddress.LISTS.stream().map(this::link).toList();
    }

    /** What is to be done in each list; the filters of this one do not follow into another. */
    private ListLink link(String name) {
        var plain = getAddress().plain().withList(name);
        var count = listing.count(plain.filter(listing));
        var shown = count > Tickets.COUNTED ? Tickets.COUNTED + "+" : String.valueOf(count);
        return new ListLink(
                name,
                texts.of(TEXTS, "list." + name),
                plain.query(),
                shown,
                name.equals(getAddress().list()));
    }

    /** How many, in words. */
    public String getCount() {
        return page().isMore()
                ? texts.of(TEXTS, "list.count.more", Tickets.COUNTED)
                : texts.of(TEXTS, "list.count", page().count());
    }

    /** For example {@code 51-100 of 312}. */
    public String getShown() {
        var first = getAddress().offset() + 1;
        var last = getAddress().offset() + getRows().size();
        var of = page().isMore() ? texts.of(TEXTS, "list.count.more", Tickets.COUNTED) : String.valueOf(page().count());
        return texts.of(TEXTS, "page.of", first, last, of);
    }

    public boolean isNothing() {
        return getRows().isEmpty();
    }

    public boolean isNewerThere() {
        return getAddress().page() > 1;
    }

    public boolean isOlderThere() {
        return getAddress().offset() + getRows().size() < Math.min(page().count(), Tickets.COUNTED)
                && !getRows().isEmpty();
    }

    /** Whether this is as far down as a list goes although there is more. */
    public boolean isEndOfList() {
        return page().isMore() && !isOlderThere();
    }

    public int getLongest() {
        return Tickets.COUNTED;
    }

    public List<ChannelView> getChannels() {
        return listing.channels();
    }

    public TicketState[] getStates() {
        return TicketState.values();
    }

    /** The most urgent first. */
    public List<TicketPriority> getPriorities() {
        return List.of(TicketPriority.values()).reversed();
    }

    private Tickets.Page page() {
        var known = page;
        if (known == null) {
            var wanted = getAddress();
            known = listing.page(wanted.filter(listing), wanted.order(), wanted.offset(), ListAddress.ROWS);
            page = known;
        }
        return known;
    }
}
