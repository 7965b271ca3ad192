package org.beistand.helpdesk.survey.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** Whether a company asks its customers how a session was, and in which words. Asks, unless somebody switched it off. */
@Entity
@Table(name = "survey_settings")
public class SurveySettings {

    /** A question that fits above five stars on a phone. */
    public static final int LONGEST_QUESTION = 200;

    @Id
    private UUID id;

    @TenantId
    @Column(name = "company_id", nullable = false, updatable = false)
    private @Nullable UUID companyId;

    @Column(nullable = false)
    private boolean enabled;

    @Column(name = "question_de", nullable = false, length = LONGEST_QUESTION)
    private String questionDe;

    @Column(name = "question_en", nullable = false, length = LONGEST_QUESTION)
    private String questionEn;

    @Version
    private long version;

    public SurveySettings() {
        this.id = UUID.randomUUID();
        this.enabled = true;
        this.questionDe = "";
        this.questionEn = "";
    }

    /** Empty questions are the usual ones. */
    public void ask(boolean wanted, String german, String english) {
        enabled = wanted;
        questionDe = german;
        questionEn = english;
    }

    public boolean isEnabled() {
        return enabled;
    }

    /** The company's own words for readers of that language; empty for the usual ones. */
    public Optional<String> question(Locale language) {
        String own = language.getLanguage().equals(Locale.GERMAN.getLanguage()) ? questionDe : questionEn;
        return Optional.of(own).filter(text -> !text.isEmpty());
    }
}
