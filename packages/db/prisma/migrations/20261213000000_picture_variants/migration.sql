-- AlterTable
ALTER TABLE "file_assets" ADD COLUMN     "variant" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "file_assets_file_id_variant_key" ON "file_assets"("file_id", "variant");

-- What is made on demand ends by itself.
ALTER TABLE "file_assets" ADD CONSTRAINT "file_assets_variant_check" CHECK ("variant" IS NULL OR "purpose" = 'intermediate');
