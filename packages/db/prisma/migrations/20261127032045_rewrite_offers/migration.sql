-- AlterTable
ALTER TABLE "generations" ADD COLUMN     "dismissed_at" TIMESTAMPTZ(3),
ADD COLUMN     "is_cut" BOOLEAN NOT NULL DEFAULT false;

-- Only a rewrite is an offer that can be cut or turned down.
ALTER TABLE "generations" ADD CONSTRAINT "generations_offer_check"
  CHECK ("kind" = 'rewrite' OR ("dismissed_at" IS NULL AND NOT "is_cut"));
