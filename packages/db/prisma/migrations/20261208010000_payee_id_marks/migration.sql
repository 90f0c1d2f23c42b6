-- The same ID number under two accounts is reviewed before it is paid. It is sealed, so the mark it is known again by is made by whoever has the
-- key: for rows of before, by the sweep of orders.
ALTER TABLE "payees" ADD COLUMN "id_mark" BYTEA;
CREATE INDEX "payees_id_mark_idx" ON "payees"("id_mark");
CREATE INDEX "payees_unmarked_idx" ON "payees" ("id") WHERE "id_mark" IS NULL AND "sealed" IS NOT NULL;

ALTER TABLE "withdrawals"
    DROP CONSTRAINT "withdrawals_review_reasons_check",
    ADD CONSTRAINT "withdrawals_review_reasons_check" CHECK ("review_reasons" <@ ARRAY['large', 'payee_shared', 'id_shared', 'suspended', 'held']);
