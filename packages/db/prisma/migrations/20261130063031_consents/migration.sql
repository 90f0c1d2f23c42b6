-- AlterTable
ALTER TABLE "orders" ADD COLUMN     "accepted_terms" TEXT;

-- CreateTable
CREATE TABLE "consents" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "document" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "way" TEXT NOT NULL,
    "accepted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "consents_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "consents_user_id_document_version_key" ON "consents"("user_id", "document", "version");

-- AddForeignKey
ALTER TABLE "consents" ADD CONSTRAINT "consents_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "consents"
    ADD CONSTRAINT "consents_document_check" CHECK ("document" IN ('terms', 'privacy')),
    ADD CONSTRAINT "consents_way_check" CHECK ("way" IN ('registration', 'asked')),
    ADD CONSTRAINT "consents_version_check" CHECK ("version" ~ '^\d{4}-\d{2}-\d{2}$');
ALTER TABLE "orders"
    ADD CONSTRAINT "orders_terms_check" CHECK ("accepted_terms" ~ '^\d{4}-\d{2}-\d{2}$');
