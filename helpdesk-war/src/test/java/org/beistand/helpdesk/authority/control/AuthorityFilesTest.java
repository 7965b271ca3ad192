package org.beistand.helpdesk.authority.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.beistand.helpdesk.authority.control.AuthorityFiles.Content;
import org.beistand.helpdesk.authority.control.AuthorityFiles.Reason;
import org.junit.jupiter.api.Test;

class AuthorityFilesTest {

    /** Valid until November 2036. */
    private static final String PEM = """
            -----BEGIN CERTIFICATE-----
            MIIBhzCCAS2gAwIBAgIUW7g++ebS230OnkHTd+kzEK0fjdkwCgYIKoZIzj0EAwIw
            GTEXMBUGA1UEAwwOVGVzdCBhdXRob3JpdHkwHhcNMjYxMTIyMTA0MjM3WhcNMzYx
            MTE5MTA0MjM3WjAZMRcwFQYDVQQDDA5UZXN0IGF1dGhvcml0eTBZMBMGByqGSM49
            AgEGCCqGSM49AwEHA0IABBOkLchW+TgPjLNJAQrlCb/3l1+rX6AleBnEtvBSTmQL
            7o4TwqZMkirJm1zpYZvSN+/R+OcxoQHhc2kkswERX4CjUzBRMB0GA1UdDgQWBBRI
            axL3lcY/h+mwnVYcfx4EvsC0PDAfBgNVHSMEGDAWgBRIaxL3lcY/h+mwnVYcfx4E
            vsC0PDAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0gAMEUCIHDe6WKiBycc
            ViTyzpCDTAC51vZ3NEzirArKMIedg8n8AiEA4BHHQOe/VvHGBo0iGb82f+tTReM4
            RG423hGjkt9azGY=
            -----END CERTIFICATE-----
            """;

    private static final Instant BEFORE = Instant.parse("2030-01-01T00:00:00Z");
    private static final Instant AFTER = Instant.parse("2037-01-01T00:00:00Z");

    @Test
    void theSameCertificateInEveryFormIsKeptOnce() {
        byte[] der = Base64.getMimeDecoder().decode(PEM.replaceAll("-----[^-]*-----", ""));
        String windows = "Bag Attributes\r\n" + PEM.replace("\n", "\r\n");
        var read = AuthorityFiles.read(List.of(bytes(PEM), der, bytes(windows), bytes(PEM + PEM)), BEFORE);
        assertThat(read).isInstanceOfSatisfying(Content.Usable.class, usable -> {
            assertThat(usable.all())
                    .singleElement()
                    .satisfies(one -> assertThat(one.subject()).isEqualTo("CN=Test authority"));
            assertThat(usable.pem()).isEqualTo(PEM.strip());
        });
        assertThat(AuthorityFiles.trusted(PEM)).hasSize(1);
    }

    @Test
    void whatCannotBeTrustedIsNamed() {
        assertThat(reason(AFTER, bytes(PEM))).isEqualTo(Reason.EXPIRED);
        assertThat(reason(BEFORE)).isEqualTo(Reason.NO_CERTIFICATE);
        assertThat(reason(BEFORE, bytes(PEM), bytes("hello"))).isEqualTo(Reason.NO_CERTIFICATE);
        assertThat(reason(BEFORE, bytes(PEM.substring(0, 300)))).isEqualTo(Reason.NO_CERTIFICATE);
        assertThat(reason(BEFORE, bytes(PEM.replace('B', 'C')))).isEqualTo(Reason.NO_CERTIFICATE);
        assertThat(reason(BEFORE, bytes("-----BEGIN RSA PRIVATE KEY-----"), bytes(PEM)))
                .isEqualTo(Reason.KEY);
        assertThat(reason(BEFORE, new byte[AuthorityFiles.LARGEST + 1])).isEqualTo(Reason.LARGE);
        assertThat(AuthorityFiles.trusted("")).isEmpty();
    }

    private static Reason reason(Instant now, byte[]... files) {
        var read = AuthorityFiles.read(Arrays.asList(files), now);
        assertThat(read).isInstanceOf(Content.Unusable.class);
        return ((Content.Unusable) read).reason();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
