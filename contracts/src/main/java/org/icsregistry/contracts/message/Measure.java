package org.icsregistry.contracts.message;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.icsregistry.contracts.code.Direction;
import org.icsregistry.contracts.code.MeasureUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a programme is judged by.
 *
 * @param baseline the value before the programme, as far as it is known
 * @param target the value to reach, as far as one was agreed
 */
public record Measure(
    @Pattern(regexp = Format.CODE) String code,
    @Pattern(regexp = Format.LINE) @Size(min = 2, max = 120) String title,
    MeasureUnit unit,
    Direction direction,
    @Nullable @Pattern(regexp = Format.DECIMAL) String baseline,
    @Nullable @Pattern(regexp = Format.DECIMAL) String target) {}
