package org.beistand.helpdesk.sms.boundary;

import org.beistand.helpdesk.sms.boundary.SmsAdministration.Settings;
import org.beistand.helpdesk.sms.entity.ReportReading;
import org.beistand.helpdesk.sms.entity.SmsSettings.Kind;

/** What an administrator types in about text messages. Secrets are taken and never given. */
public class SmsForm {

    private boolean enabled;
    private Kind kind = Kind.SMPP;
    private String host = "";
    private int port;
    private boolean tls;
    private String systemId = "";
    private String password = "";
    private String address = "";
    private String method = "";
    private String headers = "";
    private String body = "";
    private String accepted = "";
    private String secret = "";
    private String reportField = "";
    private String reportDelivered = "";
    private String reportFailed = "";
    private String source = "";
    private String countryCode = "";

    void fill(Settings stored) {
        enabled = stored.enabled();
        kind = stored.kind();
        host = stored.host();
        port = stored.port();
        tls = stored.tls();
        systemId = stored.systemId();
        address = stored.address();
        method = stored.method();
        headers = stored.headers();
        body = stored.body();
        accepted = stored.accepted();
        reportField = stored.reports().field();
        reportDelivered = stored.reports().delivered();
        reportFailed = stored.reports().failed();
        source = stored.source();
        countryCode = stored.countryCode();
    }

    Settings wish() {
        return new Settings(
                enabled,
                kind,
                host,
                port,
                tls,
                systemId,
                password,
                false,
                address,
                method,
                headers,
                body,
                accepted,
                secret,
                false,
                new ReportReading(reportField.strip(), reportDelivered.strip(), reportFailed.strip()),
                source,
                countryCode);
    }

    public boolean isEnabled() {
        return enabled;
    }

    public void setEnabled(boolean value) {
        enabled = value;
    }

    public Kind getKind() {
        return kind;
    }

    public void setKind(Kind value) {
        kind = value;
    }

    public String getHost() {
        return host;
    }

    public void setHost(String value) {
        host = value;
    }

    public int getPort() {
        return port;
    }

    public void setPort(int value) {
        port = value;
    }

    public boolean isTls() {
        return tls;
    }

    public void setTls(boolean value) {
        tls = value;
    }

    public String getSystemId() {
        return systemId;
    }

    public void setSystemId(String value) {
        systemId = value;
    }

    /** As typed into this request, so that another field's mistake does not cost it; what is stored is never given. */
    public String getPassword() {
        return password;
    }

    public void setPassword(String value) {
        password = value;
    }

    public String getAddress() {
        return address;
    }

    public void setAddress(String value) {
        address = value;
    }

    public String getMethod() {
        return method;
    }

    public void setMethod(String value) {
        method = value;
    }

    public String getHeaders() {
        return headers;
    }

    public void setHeaders(String value) {
        headers = value;
    }

    public String getBody() {
        return body;
    }

    public void setBody(String value) {
        body = value;
    }

    public String getAccepted() {
        return accepted;
    }

    public void setAccepted(String value) {
        accepted = value;
    }

    /** As typed into this request, so that another field's mistake does not cost it; what is stored is never given. */
    public String getSecret() {
        return secret;
    }

    public void setSecret(String value) {
        secret = value;
    }

    public String getReportField() {
        return reportField;
    }

    public void setReportField(String value) {
        reportField = value;
    }

    public String getReportDelivered() {
        return reportDelivered;
    }

    public void setReportDelivered(String value) {
        reportDelivered = value;
    }

    public String getReportFailed() {
        return reportFailed;
    }

    public void setReportFailed(String value) {
        reportFailed = value;
    }

    public String getSource() {
        return source;
    }

    public void setSource(String value) {
        source = value;
    }

    public String getCountryCode() {
        return countryCode;
    }

    public void setCountryCode(String value) {
        countryCode = value;
    }
}
