/* The prelude passes the verifier. Programs come to it through the runner; the prelude is linked in and trusted, so this is its test. */
#include <stdio.h>

#include "vm/np.h"

int main(void) {
    uint32_t where = 0;
    int error = np_image_verify(NULL, np_prelude, np_prelude_bytes, &where);
    printf("%s at byte %u\n", error ? np_error_name(error) : "fine", where);
    return error != 0;
}
