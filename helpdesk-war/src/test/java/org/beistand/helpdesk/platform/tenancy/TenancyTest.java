package org.beistand.helpdesk.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.UUID;
import org.beistand.helpdesk.customer.entity.Customer;
import org.beistand.helpdesk.testkit.OnBothDatabases;
import org.beistand.helpdesk.testkit.TestClock;
import org.beistand.helpdesk.testkit.TestDatabase;

class TenancyTest {

    @OnBothDatabases
    void oneCompanyNeverSeesAnothersRows(TestDatabase database) {
        UUID ours = database.newCompany();
        UUID theirs = database.newCompany();
        Customer customer = new Customer("Anna", "anna@example.org", Locale.GERMAN, TestClock.START);
        database.run(theirs, entities -> entities.persist(customer));

        database.run(ours, entities -> {
            assertThat(entities.find(Customer.class, customer.id())).isNull();
            assertThat(entities.createQuery("from Customer", Customer.class).getResultList())
                    .isEmpty();
            assertThat(entities.createQuery("update Customer set name = 'stolen'")
                            .executeUpdate())
                    .isZero();
            assertThat(entities.createQuery("delete from Customer").executeUpdate())
                    .isZero();
        });
        database.run(
                theirs,
                entities -> assertThat(
                                entities.find(Customer.class, customer.id()).name())
                        .isEqualTo("Anna"));
    }

    @OnBothDatabases
    void aThreadThatNamesNoCompanyGetsAnErrorInsteadOfData(TestDatabase database) {
        assertThatThrownBy(() -> database.transaction(
                        entities -> entities.createQuery("from Customer").getResultList()))
                .isInstanceOf(NoCompanyException.class);
    }

    @OnBothDatabases
    void theServersOwnTrialWhileDeployingSeesNothingAndIsAllowedOnce(TestDatabase database) {
        UUID company = database.newCompany();
        database.run(
                company,
                entities -> entities.persist(new Customer("Anna", "anna@example.org", Locale.GERMAN, TestClock.START)));

        CompanyOfThread.expectTrial();
        database.transaction(
                entities -> assertThat(entities.createQuery("from Customer").getResultList())
                        .isEmpty());

        assertThatThrownBy(() -> database.transaction(
                        entities -> entities.createQuery("from Customer").getResultList()))
                .isInstanceOf(NoCompanyException.class);
    }

    @OnBothDatabases
    void installationWideWorkMayNotTouchACompanysRows(TestDatabase database) {
        assertThatThrownBy(() -> CurrentCompany.forInstallation(() -> database.<Object>committed(
                        entities -> entities.createQuery("from Customer").getResultList())))
                .hasStackTraceContaining(NoCompanyException.class.getName());
    }

    @OnBothDatabases
    void theCompanyBeforeIsRestored(TestDatabase database) {
        UUID outer = database.newCompany();
        UUID inner = database.newCompany();
        CurrentCompany.run(outer, () -> {
            CurrentCompany.run(inner, () -> assertThat(CurrentCompany.require()).isEqualTo(inner));
            assertThat(CurrentCompany.require()).isEqualTo(outer);
        });
        assertThat(CurrentCompany.id()).isEmpty();
    }
}
