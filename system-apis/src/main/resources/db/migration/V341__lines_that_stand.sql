-- What is promised of an item is looked at for every order that is to be released. A line says itself for which order and in
-- which plant it stands, and whether its reservation does: what was given back is not looked at again, however much it is.
ALTER TABLE reservation_line ADD COLUMN order_number text, ADD COLUMN plant text, ADD COLUMN open boolean;

UPDATE reservation_line l SET order_number = r.order_number, plant = r.plant, open = r.status = 'OPEN'
  FROM reservation r WHERE r.reservation_id = l.reservation_id;

ALTER TABLE reservation_line
    ALTER COLUMN order_number SET NOT NULL,
    ALTER COLUMN plant SET NOT NULL,
    ALTER COLUMN open SET NOT NULL;

-- Whoever writes a line or ends a reservation need not think of it.
CREATE FUNCTION reservation_line_begins() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    SELECT r.order_number, r.plant, r.status = 'OPEN' INTO STRICT NEW.order_number, NEW.plant, NEW.open
      FROM reservation r WHERE r.reservation_id = NEW.reservation_id;
    RETURN NEW;
END $$;

CREATE TRIGGER reservation_line_begins BEFORE INSERT ON reservation_line
    FOR EACH ROW EXECUTE FUNCTION reservation_line_begins();

CREATE FUNCTION reservation_turns() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    UPDATE reservation_line SET open = NEW.status = 'OPEN' WHERE reservation_id = NEW.reservation_id;
    RETURN NULL;
END $$;

CREATE TRIGGER reservation_turns AFTER UPDATE OF status ON reservation
    FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION reservation_turns();

DROP INDEX reservation_line_open;
CREATE INDEX reservation_line_open ON reservation_line (item_id, plant) WHERE open AND consumed < quantity;

CREATE OR REPLACE VIEW open_demand AS
SELECT order_number, plant, item_id, required_on, quantity - consumed AS quantity
  FROM reservation_line
 WHERE open AND consumed < quantity;

CREATE OR REPLACE VIEW lot_claim AS
SELECT l.order_number, l.plant, l.item_id, s.lot,
       least(sum(l.quantity - l.consumed),
             sum(s.quantity) - CASE WHEN bool_or(l.consumed > 0) THEN lot_issued(l.order_number, l.item_id, s.lot) ELSE 0 END) AS quantity
  FROM reservation_line l
  JOIN production_order_lot s ON s.order_number = l.order_number AND s.position = l.position
 WHERE l.open AND l.consumed < l.quantity
 GROUP BY l.order_number, l.plant, l.item_id, s.lot;
