/** Shows how brands are looked up and that the base brand is readable. Example brands lie in the test resources. */
@org.jspecify.annotations.NullMarked
package org.beistand.branding;
