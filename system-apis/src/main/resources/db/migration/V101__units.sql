-- Units of measure: UN/ECE Recommendation 20 codes. One unit is numerator/denominator of its dimension's first unit, exactly.
-- A unit without a dimension can only be converted by an item's own conversions.

CREATE TABLE unit (
    code         text PRIMARY KEY,
    name         text NOT NULL,
    whole_number boolean NOT NULL,
    dimension    text,
    numerator    numeric NOT NULL DEFAULT 1 CHECK (numerator > 0),
    denominator  numeric NOT NULL DEFAULT 1 CHECK (denominator > 0)
);

INSERT INTO unit (code, name, whole_number, dimension, numerator, denominator) VALUES
    ('EA',  'each',                  true,  NULL,          1, 1),
    ('C62', 'one',                   true,  NULL,          1, 1),
    ('H87', 'piece',                 true,  NULL,          1, 1),
    ('PR',  'pair',                  true,  NULL,          1, 1),
    ('SET', 'set',                   true,  NULL,          1, 1),
    ('DZN', 'dozen',                 true,  NULL,          1, 1),
    ('XBX', 'box',                   true,  NULL,          1, 1),
    ('XCT', 'carton',                true,  NULL,          1, 1),
    ('XPX', 'pallet',                true,  NULL,          1, 1),
    ('XPK', 'package',               true,  NULL,          1, 1),
    ('XRO', 'roll',                  true,  NULL,          1, 1),
    ('XDR', 'drum',                  true,  NULL,          1, 1),
    ('KGM', 'kilogram',              false, 'MASS',        1, 1),
    ('GRM', 'gram',                  false, 'MASS',        1, 1000),
    ('MGM', 'milligram',             false, 'MASS',        1, 1000000),
    ('TNE', 'tonne',                 false, 'MASS',        1000, 1),
    ('LBR', 'pound',                 false, 'MASS',        45359237, 100000000),
    ('ONZ', 'ounce',                 false, 'MASS',        45359237, 1600000000),
    ('MTR', 'metre',                 false, 'LENGTH',      1, 1),
    ('DMT', 'decimetre',             false, 'LENGTH',      1, 10),
    ('CMT', 'centimetre',            false, 'LENGTH',      1, 100),
    ('MMT', 'millimetre',            false, 'LENGTH',      1, 1000),
    ('KMT', 'kilometre',             false, 'LENGTH',      1000, 1),
    ('INH', 'inch',                  false, 'LENGTH',      254, 10000),
    ('FOT', 'foot',                  false, 'LENGTH',      3048, 10000),
    ('YRD', 'yard',                  false, 'LENGTH',      9144, 10000),
    ('MTK', 'square metre',          false, 'AREA',        1, 1),
    ('CMK', 'square centimetre',     false, 'AREA',        1, 10000),
    ('MMK', 'square millimetre',     false, 'AREA',        1, 1000000),
    ('FTK', 'square foot',           false, 'AREA',        9290304, 100000000),
    ('LTR', 'litre',                 false, 'VOLUME',      1, 1),
    ('MLT', 'millilitre',            false, 'VOLUME',      1, 1000),
    ('CLT', 'centilitre',            false, 'VOLUME',      1, 100),
    ('HLT', 'hectolitre',            false, 'VOLUME',      100, 1),
    ('MTQ', 'cubic metre',           false, 'VOLUME',      1000, 1),
    ('CMQ', 'cubic centimetre',      false, 'VOLUME',      1, 1000),
    ('DMQ', 'cubic decimetre',       false, 'VOLUME',      1, 1),
    ('GLL', 'US gallon',             false, 'VOLUME',      3785411784, 1000000000),
    ('SEC', 'second',                false, 'TIME',        1, 1),
    ('MIN', 'minute',                false, 'TIME',        60, 1),
    ('HUR', 'hour',                  false, 'TIME',        3600, 1),
    ('DAY', 'day',                   false, 'TIME',        86400, 1),
    ('KWH', 'kilowatt hour',         false, 'ENERGY',      1, 1),
    ('MWH', 'megawatt hour',         false, 'ENERGY',      1000, 1);

-- A quantity as it stands in our JSON.
CREATE FUNCTION quantity_json(amount numeric, unit text) RETURNS json
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN amount IS NOT NULL THEN json_build_object('value', trim_scale(amount)::text, 'unit', unit) END;
