package org.beistand.integration.directory;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Hashtable;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.naming.AuthenticationException;
import javax.naming.AuthenticationNotSupportedException;
import javax.naming.Context;
import javax.naming.InvalidNameException;
import javax.naming.LimitExceededException;
import javax.naming.NameNotFoundException;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.NoPermissionException;
import javax.naming.PartialResultException;
import javax.naming.directory.AttributeModificationException;
import javax.naming.directory.Attributes;
import javax.naming.directory.BasicAttributes;
import javax.naming.directory.InvalidAttributeIdentifierException;
import javax.naming.directory.InvalidAttributeValueException;
import javax.naming.directory.InvalidSearchFilterException;
import javax.naming.directory.NoSuchAttributeException;
import javax.naming.directory.SchemaViolationException;
import javax.naming.directory.SearchControls;
import javax.naming.directory.SearchResult;
import javax.naming.ldap.Control;
import javax.naming.ldap.InitialLdapContext;
import javax.naming.ldap.LdapContext;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.PagedResultsControl;
import javax.naming.ldap.PagedResultsResponseControl;
import javax.naming.ldap.StartTlsRequest;
import javax.naming.ldap.StartTlsResponse;
import javax.net.ssl.SSLException;
import org.beistand.integration.Reach;

/**
 * One encrypted connection to one server of a directory. Whatever it throws is a {@link Refusal}. Not for several threads.
 *
 * <p>JNDI is banned elsewhere because a directory can answer with Java objects. Here only attributes are read, as text
 * and bytes; nobody looks names up, and searches do not ask for objects.
 */
@SuppressWarnings("BanJNDI")
final class Line implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Line.class.getName());

    private final LdapContext context;
    private final Optional<StartTlsResponse> tls;
    private final Trust trust;

    private Line(LdapContext context, Optional<StartTlsResponse> tls, Trust trust) {
        this.context = context;
        this.tls = tls;
        this.trust = trust;
    }

    /** Connects and encrypts; nobody has said yet who he is. */
    static Line open(URI server, DirectoryAccess access, Reach reach, Patience patience) {
        var trust = Trust.in(access);
        boolean fromTheStart = DirectoryAccess.isEncryptedFromTheStart(server);
        var sockets = new LineSockets(trust.sockets(), fromTheStart);
        var thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try {
            reach.require(server.getHost(), Reach.Kind.DIRECTORY);
            // JNDI finds the sockets' class by its name only.
            thread.setContextClassLoader(Line.class.getClassLoader());
            sockets.opening();
            var context = new InitialLdapContext(environment(server, patience), null);
            Optional<StartTlsResponse> tls =
                    fromTheStart ? Optional.empty() : Optional.of(startTls(context, sockets, trust, patience));
            return new Line(context, tls, trust);
        } catch (UnknownHostException unknown) {
            throw new Refusal(Fault.Kind.NAME_UNKNOWN, server.getHost());
        } catch (Reach.NotPermitted notPermitted) {
            throw new Refusal(Fault.Kind.NOT_PERMITTED, server.getHost());
        } catch (NamingException failed) {
            throw refusal(failed, trust);
        } finally {
            LineSockets.done();
            thread.setContextClassLoader(before);
        }
    }

    private static Hashtable<String, Object> environment(URI server, Patience patience) {
        var environment = new Hashtable<String, Object>();
        environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.ldap.LdapCtxFactory");
        environment.put(
                Context.PROVIDER_URL,
                server.getScheme() + "://" + server.getHost() + ":" + DirectoryAccess.port(server));
        environment.put(Context.SECURITY_AUTHENTICATION, "none");
        environment.put(Context.REFERRAL, "ignore");
        environment.put("java.naming.ldap.version", "3");
        environment.put("java.naming.ldap.factory.socket", LineSockets.class.getName());
        environment.put("java.naming.ldap.attributes.binary", "objectGUID objectSid thumbnailPhoto");
        environment.put(
                "com.sun.jndi.ldap.connect.timeout",
                String.valueOf(patience.connecting().toMillis()));
        environment.put(
                "com.sun.jndi.ldap.read.timeout",
                String.valueOf(patience.answer().toMillis()));
        return environment;
    }

    private static StartTlsResponse startTls(LdapContext context, LineSockets sockets, Trust trust, Patience patience)
            throws NamingException {
        try {
            var tls = (StartTlsResponse) context.extendedOperation(new StartTlsRequest());
            sockets.waitAtMost((int) patience.answer().toMillis());
            tls.negotiate(sockets.overOpenLine());
            sockets.waitAtMost(0);
            return tls;
        } catch (IOException failed) {
            context.close();
            throw trust.refusal().orElseGet(() -> ofCause(failed));
        } catch (NamingException failed) {
            context.close();
            var meant = refusal(failed, trust);
            throw meant.isAboutTheServer() && meant.fault().kind() != Fault.Kind.BROKEN
                    ? meant
                    : new Refusal(Fault.Kind.NO_START_TLS, String.valueOf(failed.getMessage()));
        }
    }

    /**
     * Says who we are. An empty password never gets as far as the directory: many take it for nobody, and let nobody in.
     *
     * @param user DN or user principal name
     */
    void bind(String user, String password) {
        if (user.isBlank() || password.isBlank()) {
            throw new Refusal(Fault.Kind.CREDENTIALS, "user or password is empty");
        }
        try {
            context.addToEnvironment(Context.SECURITY_AUTHENTICATION, "simple");
            context.addToEnvironment(Context.SECURITY_PRINCIPAL, user);
            context.addToEnvironment(Context.SECURITY_CREDENTIALS, password);
            context.reconnect(null);
        } catch (NamingException failed) {
            throw refusal(failed, trust);
        }
    }

    /** One entry by its name; without attributes named, all of them. */
    Attributes entry(String dn, String... attributes) {
        try {
            return attributes.length == 0
                    ? context.getAttributes(new LdapName(dn))
                    : context.getAttributes(new LdapName(dn), attributes);
        } catch (NamingException failed) {
            throw refusal(failed, trust);
        }
    }

    /** One value in place of all that the attribute had. */
    void replace(String dn, String attribute, String value) {
        try {
            context.modifyAttributes(
                    new LdapName(dn), LdapContext.REPLACE_ATTRIBUTE, new BasicAttributes(attribute, value));
        } catch (NoPermissionException mayNot) {
            throw new Refusal(Fault.Kind.RIGHTS, attribute + ", " + dn);
        } catch (AttributeModificationException
                | InvalidAttributeIdentifierException
                | InvalidAttributeValueException
                | NoSuchAttributeException
                | SchemaViolationException unfit) {
            throw new Refusal(Fault.Kind.ATTRIBUTE, attribute + ", " + unfit.getMessage());
        } catch (NamingException failed) {
            throw refusal(failed, trust);
        }
    }

    /**
     * Gives every entry below {@code base} that the filter finds to {@code taker}, in pages over this one connection.
     *
     * @throws Refusal when the answer is not whole; what was given before does not count then
     */
    void search(String base, String filter, int page, Consumer<Attributes> taker, String... attributes) {
        var controls = new SearchControls();
        controls.setSearchScope(SearchControls.SUBTREE_SCOPE);
        controls.setReturningAttributes(attributes);
        controls.setReturningObjFlag(false);
        byte[] cookie = new byte[0];
        try {
            var name = new LdapName(base);
            do {
                context.setRequestControls(new Control[] {new PagedResultsControl(page, cookie, Control.CRITICAL)});
                takeAll(context.search(name, filter, controls), taker);
                cookie = nextCookie();
            } while (cookie.length > 0);
            context.setRequestControls(null);
        } catch (IOException unwritable) {
            throw new Refusal(Fault.Kind.BROKEN, String.valueOf(unwritable.getMessage()));
        } catch (NamingException failed) {
            throw refusal(failed, trust);
        }
    }

    /** References to other parts of the forest are not followed: they lead to servers that nobody configured. */
    private static void takeAll(NamingEnumeration<SearchResult> results, Consumer<Attributes> taker)
            throws NamingException {
        try {
            while (results.hasMore()) {
                taker.accept(results.next().getAttributes());
            }
        } catch (PartialResultException referencesOnly) {
            return;
        } finally {
            results.close();
        }
    }

    private byte[] nextCookie() throws NamingException {
        Control[] answered = context.getResponseControls();
        if (answered != null) {
            for (Control control : answered) {
                if (control instanceof PagedResultsResponseControl page) {
                    return page.getCookie() == null ? new byte[0] : page.getCookie();
                }
            }
        }
        throw new Refusal(Fault.Kind.TRUNCATED, "the directory does not answer in pages");
    }

    private static Refusal refusal(NamingException failed, Trust trust) {
        return trust.refusal().orElseGet(() -> {
            String text = String.valueOf(failed.getMessage());
            return switch (failed) {
                case AuthenticationException wrong -> new Refusal(Fault.Kind.CREDENTIALS, text);
                case AuthenticationNotSupportedException weak -> new Refusal(Fault.Kind.SIGNING, text);
                case LimitExceededException cut -> new Refusal(Fault.Kind.TRUNCATED, text);
                case InvalidSearchFilterException none -> new Refusal(Fault.Kind.FILTER, text);
                case NameNotFoundException gone -> new Refusal(Fault.Kind.BASE, text);
                case InvalidNameException none -> new Refusal(Fault.Kind.BASE, text);
                default ->
                    failed.getRootCause() instanceof Exception cause && cause != failed
                            ? ofCause(cause)
                            : new Refusal(text.contains("timed out") ? Fault.Kind.SILENT : Fault.Kind.BROKEN, text);
            };
        });
    }

    private static Refusal ofCause(Exception cause) {
        String text = String.valueOf(cause.getMessage());
        return switch (cause) {
            case SocketTimeoutException silent -> new Refusal(Fault.Kind.SILENT, text);
            case UnknownHostException unknown -> new Refusal(Fault.Kind.NAME_UNKNOWN, text);
            case ConnectException refused -> new Refusal(Fault.Kind.UNREACHABLE, text);
            case NoRouteToHostException refused -> new Refusal(Fault.Kind.UNREACHABLE, text);
            case SSLException failed -> new Refusal(Fault.Kind.TLS, text);
            default -> new Refusal(text.contains("timed out") ? Fault.Kind.SILENT : Fault.Kind.BROKEN, text);
        };
    }

    @Override
    public void close() {
        try {
            if (tls.isPresent()) {
                tls.get().close();
            }
            context.close();
        } catch (IOException | NamingException gone) {
            // Whoever hangs up does not mind that the other side was faster.
            LOG.log(Level.FINE, "A directory hung up first", gone);
        }
    }
}
