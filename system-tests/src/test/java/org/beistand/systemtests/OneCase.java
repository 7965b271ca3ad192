package org.beistand.systemtests;

import java.nio.file.Path;
import org.beistand.systemtests.product.Product;
import org.beistand.systemtests.product.ProductExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What every test of one customer and one technician begins and ends with, on the product that all of them share. */
@ExtendWith(ProductExtension.class)
abstract class OneCase {

    /** The customer's home folder. */
    @TempDir
    Path home;

    Product product;
    SupportCase support;

    @BeforeEach
    final void open(Product running) {
        product = running;
        support = SupportCase.open(running, home);
    }

    /** The photographs are named after the test. */
    @AfterEach
    final void close(TestInfo test) {
        try {
            support.photograph(test.getTestMethod().orElseThrow().getName());
        } finally {
            support.close();
        }
    }
}
