-- AlterTable
ALTER TABLE "renewals" ADD COLUMN     "accepted_terms" TEXT;

-- What the person had accepted when they agreed to it.
UPDATE "renewals" r SET "accepted_terms" = (
    SELECT max(c."version") FROM "consents" c WHERE c."user_id" = r."user_id" AND c."document" = 'terms' AND c."accepted_at" <= r."created_at");

ALTER TABLE "renewals"
    ADD CONSTRAINT "renewals_terms_check" CHECK ("accepted_terms" ~ '^\d{4}-\d{2}-\d{2}$');
