-- AlterTable
ALTER TABLE "creations" ADD COLUMN     "copied_from_id" UUID,
ADD COLUMN     "copy_request_key" UUID;

-- AddForeignKey
ALTER TABLE "creations" ADD CONSTRAINT "creations_copied_from_id_fkey" FOREIGN KEY ("copied_from_id") REFERENCES "creations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot say.

-- One press of a person makes one copy. Copies alone are in it: the library's own indexes carry every work already.
CREATE UNIQUE INDEX "creations_user_id_copy_request_key_key" ON "creations" ("user_id", "copy_request_key") WHERE "copy_request_key" IS NOT NULL;

-- Copies from before this day have neither.
ALTER TABLE "creations"
    ADD CONSTRAINT "creations_copy_whole_check" CHECK (("copied_from_id" IS NULL) = ("copy_request_key" IS NULL));
