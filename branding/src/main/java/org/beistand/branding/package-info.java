/** Brands and their texts and files, found by walking child, parent, base. Knows no web and no desktop toolkit. */
@org.jspecify.annotations.NullMarked
package org.beistand.branding;
