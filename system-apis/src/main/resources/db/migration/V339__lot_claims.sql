-- What an order has taken of a lot and not brought back.
CREATE FUNCTION lot_issued(of_order text, of_item text, of_lot text) RETURNS numeric
LANGUAGE sql STABLE
RETURN (SELECT coalesce(sum(CASE WHEN from_location IS NULL THEN -quantity ELSE quantity END), 0)
          FROM movement
         WHERE order_number = of_order AND item_id = of_item AND lot = of_lot AND type IN ('ISSUE', 'RETURN'));

-- What orders that have reserved are still to take of the lots that are assigned to them. Of an item of which nothing has
-- been taken, nothing has been taken of a lot: no movement is looked for.
CREATE VIEW lot_claim AS
SELECT r.order_number, r.plant, l.item_id, s.lot,
       least(sum(l.quantity - l.consumed),
             sum(s.quantity) - CASE WHEN bool_or(l.consumed > 0) THEN lot_issued(r.order_number, l.item_id, s.lot) ELSE 0 END) AS quantity
  FROM reservation r
  JOIN reservation_line l USING (reservation_id)
  JOIN production_order_lot s ON s.order_number = r.order_number AND s.position = l.position
 WHERE r.status = 'OPEN' AND l.consumed < l.quantity
 GROUP BY r.order_number, r.plant, l.item_id, s.lot;
