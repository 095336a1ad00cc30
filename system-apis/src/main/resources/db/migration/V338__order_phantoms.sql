-- The phantoms that a component came out of, the outermost first: an order holds what they are made
-- of and not them. Orders from before tell none until their structure is copied anew.
ALTER TABLE production_order_component ADD COLUMN phantoms text[] NOT NULL DEFAULT '{}';

CREATE INDEX production_order_component_by_phantom ON production_order_component USING gin (phantoms)
    WHERE phantoms <> '{}';
