-- AlterTable
ALTER TABLE "generations" ADD COLUMN     "request_fingerprint" BYTEA;

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "username_shape" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "users_username_shape_key" ON "users"("username_shape");
