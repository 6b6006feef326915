/* Constants of mathfn.c, written by mathfn_tables.py. */

/* 512 / (1 + i / 32), rounded */
static const uint32_t log_c[32] = {
    512, 496, 482, 468, 455, 443, 431, 420,
    410, 400, 390, 381, 372, 364, 356, 349,
    341, 334, 328, 321, 315, 309, 303, 298,
    293, 287, 282, 278, 273, 269, 264, 260,
};

/* log2(512 / log_c[i]) in units of 2^-128 */
static const uint64_t log_t[32][2] = {
    { UINT64_C(0x0000000000000000), UINT64_C(0x0000000000000000) },
    { UINT64_C(0x0bb9ca64ecac6aae), UINT64_C(0xf2e1c07f0438ebac) },
    { UINT64_C(0x164ce26c067156b4), UINT64_C(0x3e42925a938daa2d) },
    { UINT64_C(0x212fc719cc0c9257), UINT64_C(0x490fbf64c9655340) },
    { UINT64_C(0x2b974a740ec5da6a), UINT64_C(0x39ad03d78bd79967) },
    { UINT64_C(0x35765953d8e8e4c5), UINT64_C(0x9c322521086caa21) },
    { UINT64_C(0x3f9acefcb59039b7), UINT64_C(0x72eda08e4cf7268d) },
    { UINT64_C(0x492734ac4f35b134), UINT64_C(0x107c0e54aecf3cb4) },
    { UINT64_C(0x520d979a575e5aa8), UINT64_C(0xa607f6eeed3181c0) },
    { UINT64_C(0x5b2c3da19723a80d), UINT64_C(0xb6a0480592812599) },
    { UINT64_C(0x648600249374edfd), UINT64_C(0xc46af571993193dd) },
    { UINT64_C(0x6d25753a4617dd4b), UINT64_C(0xcb97f73b859fc045) },
    { UINT64_C(0x75f9b02af0d5e30f), UINT64_C(0x52d6ae74fdad3ddb) },
    { UINT64_C(0x7e012ba343340663), UINT64_C(0x5e5cdfd4c297069b) },
    { UINT64_C(0x8636557862acb7ce), UINT64_C(0xb987b42e3bb332a1) },
    { UINT64_C(0x8d8bf424d6e130b2), UINT64_C(0x00e1715e0f7ba707) },
    { UINT64_C(0x961c7ae421042eb5), UINT64_C(0xf7e95a3daee414ed) },
    { UINT64_C(0x9dc58e347d37696d), UINT64_C(0x266d6cdc959153bc) },
    { UINT64_C(0xa47778c98bcc86a1), UINT64_C(0xcab7d2ec23f0eef3) },
    { UINT64_C(0xac6f1dfc5c125811), UINT64_C(0x0a38f4e9157dd0d3) },
    { UINT64_C(0xb3671a72535f2994), UINT64_C(0x7070fc4aa8438ee3) },
    { UINT64_C(0xba81662513dc029a), UINT64_C(0x071eeb0f8e6f7e79) },
    { UINT64_C(0xc1bf598dbee1b171), UINT64_C(0x15ab319ce62b60ea) },
    { UINT64_C(0xc7e492644d64237e), UINT64_C(0x3b24cecc60217942) },
    { UINT64_C(0xce246a2f95a92894), UINT64_C(0x657bccd6cc9642a4) },
    { UINT64_C(0xd5c8a8df0b46eb6e), UINT64_C(0x9feecf48100b46ac) },
    { UINT64_C(0xdc465cd155a90942), UINT64_C(0xb7579f0f8d3d514b) },
    { UINT64_C(0xe18d13ee805a4de3), UINT64_C(0x424a2623d60dfb16) },
    { UINT64_C(0xe8411169475d7ec3), UINT64_C(0xbe51cdcabc0b58ca) },
    { UINT64_C(0xedb4a481eca5c376), UINT64_C(0x5d30caea09a5f492) },
    { UINT64_C(0xf4a2964538813c67), UINT64_C(0x64fc87b4a41f7b70) },
    { UINT64_C(0xfa461a5e8f4b759d), UINT64_C(0x6476077b9fbd41ae) },
};

/* 1 / ln 2 in units of 2^-127 */
static const uint64_t log_c1[2] = {
    UINT64_C(0xb8aa3b295c17f0bb), UINT64_C(0xbe87fed0691d3e89),
};

/* 1 / (n ln 2), n = 13 down to 2, in units of 2^-64 */
static const uint64_t log_p[12] = {
    UINT64_C(0x1c68f568d317601d),
    UINT64_C(0x1ec709dc3a03fd75),
    UINT64_C(0x2193509328045a51),
    UINT64_C(0x24eed8a1df37fcf2),
    UINT64_C(0x2909627af80551f1),
    UINT64_C(0x2e2a8eca5705fc2f),
    UINT64_C(0x34c2ec54f5bdb27f),
    UINT64_C(0x3d8e13b87407fae9),
    UINT64_C(0x49ddb143be6ff9e5),
    UINT64_C(0x5c551d94ae0bf85e),
    UINT64_C(0x7b1c2770e80ff5d2),
    UINT64_C(0xb8aa3b295c17f0bc),
};

/* 2^(i / 32) in units of 2^-63 */
static const uint64_t exp_t[32] = {
    UINT64_C(0x8000000000000000),
    UINT64_C(0x82cd8698ac2ba1d7),
    UINT64_C(0x85aac367cc487b15),
    UINT64_C(0x88980e8092da8527),
    UINT64_C(0x8b95c1e3ea8bd6e7),
    UINT64_C(0x8ea4398b45cd53c0),
    UINT64_C(0x91c3d373ab11c336),
    UINT64_C(0x94f4efa8fef70961),
    UINT64_C(0x9837f0518db8a96f),
    UINT64_C(0x9b8d39b9d54e5539),
    UINT64_C(0x9ef5326091a111ae),
    UINT64_C(0xa27043030c496819),
    UINT64_C(0xa5fed6a9b15138ea),
    UINT64_C(0xa9a15ab4ea7c0ef8),
    UINT64_C(0xad583eea42a14ac6),
    UINT64_C(0xb123f581d2ac2590),
    UINT64_C(0xb504f333f9de6484),
    UINT64_C(0xb8fbaf4762fb9ee9),
    UINT64_C(0xbd08a39f580c36bf),
    UINT64_C(0xc12c4cca66709456),
    UINT64_C(0xc5672a115506dadd),
    UINT64_C(0xc9b9bd866e2f27a3),
    UINT64_C(0xce248c151f8480e4),
    UINT64_C(0xd2a81d91f12ae45a),
    UINT64_C(0xd744fccad69d6af4),
    UINT64_C(0xdbfbb797daf23755),
    UINT64_C(0xe0ccdeec2a94e111),
    UINT64_C(0xe5b906e77c8348a8),
    UINT64_C(0xeac0c6e7dd24392f),
    UINT64_C(0xefe4b99bdcdaf5cb),
    UINT64_C(0xf5257d152486cc2c),
    UINT64_C(0xfa83b2db722a033a),
};

/* ln(2)^n / n!, n = 9 down to 1, in units of 2^-64 */
static const uint64_t exp_p[9] = {
    UINT64_C(0x000001b5253d395e),
    UINT64_C(0x0000162c0223a5c8),
    UINT64_C(0x0000ffe5fe2c4586),
    UINT64_C(0x000a184897c363c4),
    UINT64_C(0x005761ff9e299cc4),
    UINT64_C(0x0276556df749cee5),
    UINT64_C(0x0e35846b82505fc6),
    UINT64_C(0x3d7f7bff058b1d51),
    UINT64_C(0xb17217f7d1cf79ac),
};
