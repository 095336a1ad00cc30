-- Who asks what is promised of an item looks at what is still to be taken, and not at all that was ever taken.
DROP INDEX reservation_line_by_item;
CREATE INDEX reservation_line_open ON reservation_line (item_id, reservation_id) WHERE consumed < quantity;
